import { SandboxStartError } from '../errors/sandbox-start-error.js';
import type { Call } from './call.js';
import type { CallEngine } from './call-engine.js';
import { failureReport, stepLimitReport, textReport } from './call-report.js';
import type { GuestReport } from './guest-report.js';
import { createInstance, type Instance } from './instance.js';
import { GuestMemoryError } from './interpreter.js';
import type { ResolvedLimits } from './limits.js';
import {
  createLoadedPrograms,
  type LoadedProgram,
  type LoadedPrograms,
} from './loaded-programs.js';
import { settle } from './settle.js';

/** Wasm memory never shrinks: an instance that has grown beyond this is replaced. */
const maximumInstanceBytes = 32 * 1024 * 1024;

/** What the driver answers while a promise is pending. */
const pending = 'pending';

/**
 * Starts an engine. Runtime, context and program are set up once and their memory is copied; every
 * call starts from that copy, which is as pristine as a new runtime and far cheaper.
 *
 * @param onStep - Called at each interrupt, so that others see that a call is getting on.
 * @throws SandboxStartError when the interpreter cannot be started.
 */
export async function createEngine(
  limits: ResolvedLimits,
  onStep: () => void = () => {},
): Promise<CallEngine> {
  let running: { readonly instance: Instance; readonly programs: LoadedPrograms } | undefined;
  let starting: Promise<void> | undefined;

  /** Starts an instance; all who wait for it get the same. */
  const start = (): Promise<void> => {
    starting ??= createInstance(limits, onStep)
      .then(
        (instance) => {
          running = { instance, programs: createLoadedPrograms(instance, limits) };
        },
        (error: unknown) => {
          throw new SandboxStartError(error);
        },
      )
      .finally(() => {
        starting = undefined;
      });
    return starting;
  };
  await start();

  return {
    async evaluate(call) {
      // A neighbour that waited, too, may have broken it already.
      while (running === undefined) await start();
      const { instance, programs } = running;
      try {
        const program = programs.find(call);
        const report =
          program.status === 'failed' ? program.report : invoke(instance, program, call, limits);
        if (instance.interpreter.memory.buffer.byteLength > maximumInstanceBytes) {
          running = undefined;
        }
        return report;
      } catch (error) {
        running = undefined;
        if (isForWantOfMemory(error, instance)) return textReport(instance, '');
        // A trap, or an exception of the host such as the end of its own stack.
        return { text: '{"status":"lost"}', steps: 0, operations: 0 };
      }
    },
  };
}

function invoke(
  instance: Instance,
  program: LoadedProgram & { status: 'loaded' },
  call: Call,
  { maxSteps }: ResolvedLimits,
): GuestReport {
  const { interpreter, driver, counter } = instance;
  instance.images.restore(program.image);
  counter.steps = program.steps;
  instance.configure(call.seed, call.nowMs);

  let completion = interpreter.call(driver.invoke, interpreter.newString(call.inputText));
  let text = completion.isThrown ? '' : interpreter.readString(completion.value);
  if (text === pending) {
    const thrown = settle(instance, maxSteps, () => {
      completion = interpreter.call(driver.resume);
      text = completion.isThrown ? '' : interpreter.readString(completion.value);
      return text === pending;
    });
    completion = thrown ?? completion;
  }
  // An interrupted async function reports the interruption as a rejection: the count decides.
  if (counter.steps > maxSteps) return stepLimitReport(instance);
  if (completion.isThrown) return failureReport(instance, completion, maxSteps);
  return textReport(instance, text);
}

/** Not every place of the interpreter looks whether it got the memory that it asked for. */
function isForWantOfMemory(error: unknown, { isMemoryRefused }: Instance): boolean {
  if (error instanceof GuestMemoryError) return true;
  return error instanceof WebAssembly.RuntimeError && isMemoryRefused();
}
