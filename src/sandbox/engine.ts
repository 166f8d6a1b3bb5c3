import type { Call } from './call.js';
import type { GuestReport } from './guest-report.js';
import { createInstance, type Instance } from './instance.js';
import type { Completion } from './interpreter.js';
import type { ResolvedLimits } from './limits.js';
import { loadProgram } from './load-program.js';
import type { MemoryImage } from './memory-image.js';
import { createRecentMap, type RecentMap } from './recent-map.js';
import { settle } from './settle.js';

/** Makes calls one after the other on one thread, each from a pristine state. */
export interface Engine {
  /** Resolves whatever the guest does; an engine that broke is replaced and the call `lost`. */
  evaluate(call: Call): Promise<GuestReport>;
}

/** A program after loading: the state to start calls from, or what loading came to. */
type LoadedProgram =
  | { readonly status: 'loaded'; readonly image: MemoryImage; readonly steps: number }
  | { readonly status: 'failed'; readonly report: GuestReport };

/** Wasm memory never shrinks: an instance that has grown beyond this is replaced. */
const maximumInstanceBytes = 32 * 1024 * 1024;
/** Loaded programs that are kept, about a quarter of a megabyte each. */
const keptPrograms = 64;

/** What the driver answers while a promise is pending. */
const pending = 'pending';

/**
 * Starts an engine. Runtime, context and program are set up once and their memory is copied; every
 * call starts from that copy, which is as pristine as a new runtime and far cheaper.
 *
 * @param onStep - Called at each interrupt, so that others see that a call is getting on.
 */
export async function createEngine(
  limits: ResolvedLimits,
  onStep: () => void = () => {},
): Promise<Engine> {
  let instance: Instance | undefined = await createInstance(limits, onStep);
  const programs = createRecentMap<string, LoadedProgram>(keptPrograms, (dropped) => {
    if (dropped.status === 'loaded') instance?.images.release(dropped.image);
  });

  const discard = (): void => {
    instance = undefined;
    // Images hold addresses of the instance that they were taken from.
    programs.clear();
  };

  return {
    async evaluate(call) {
      instance ??= await createInstance(limits, onStep);
      try {
        const program = findProgram(instance, call, programs, limits);
        const report =
          program.status === 'failed' ? program.report : invoke(instance, program, call, limits);
        if (instance.interpreter.memory.buffer.byteLength > maximumInstanceBytes) discard();
        return report;
      } catch {
        // A trap, or an exception of the host such as the end of its own stack.
        discard();
        return { text: '{"status":"lost"}', steps: 0 };
      }
    },
  };
}

function findProgram(
  instance: Instance,
  call: Call,
  programs: RecentMap<string, LoadedProgram>,
  limits: ResolvedLimits,
): LoadedProgram {
  const { key } = call.program;
  const known = programs.get(key);
  if (known !== undefined) return known;
  // A program that drew on randomness or the clock while it loaded is another one for each of them.
  const ambientKey = `${call.seed} ${call.nowMs} ${key}`;
  const knownHere = programs.get(ambientKey);
  if (knownHere !== undefined) return knownHere;
  const program = load(instance, call, limits);
  programs.set(instance.isAmbientUsed() ? ambientKey : key, program);
  return program;
}

function load(instance: Instance, call: Call, limits: ResolvedLimits): LoadedProgram {
  const { images, counter } = instance;
  images.restoreConstants();
  images.restore(instance.pristine);
  counter.steps = 0;
  instance.configure(call.seed, call.nowMs);
  const thrown = loadProgram(instance, call.program, limits.maxSteps);
  if (counter.steps > limits.maxSteps) return { status: 'failed', report: stepLimit(instance) };
  if (thrown !== undefined)
    return { status: 'failed', report: failure(instance, thrown, limits.maxSteps) };
  return { status: 'loaded', image: images.take(), steps: counter.steps };
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
  if (counter.steps > maxSteps) return stepLimit(instance);
  if (completion.isThrown) return failure(instance, completion, maxSteps);
  return report(instance, text);
}

function stepLimit({ counter }: Instance): GuestReport {
  return { text: '{"status":"step-limit"}', steps: counter.steps };
}

/** Reports an error that reached the host, such as one thrown while a program was loaded. */
function failure(instance: Instance, { value }: Completion, maxSteps: number): GuestReport {
  const { interpreter, driver } = instance;
  const described = interpreter.call(driver.fail, value);
  if (instance.counter.steps > maxSteps) return stepLimit(instance);
  // Without the memory for a description, the memory is what was wrong.
  return report(instance, described.isThrown ? '' : interpreter.readString(described.value));
}

/** A text that could not be read is missing because there was no memory for it. */
function report({ counter }: Instance, text: string): GuestReport {
  return { text: text === '' ? '{"status":"out-of-memory"}' : text, steps: counter.steps };
}
