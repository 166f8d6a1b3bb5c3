import type { Call } from './call.js';
import { failureReport } from './failure-report.js';
import type { GuestReport } from './guest-report.js';
import { createInstance, type Instance } from './instance.js';
import type { ResolvedLimits } from './limits.js';
import { loadProgram } from './load-program.js';
import type { MemoryImage } from './memory-image.js';
import type { PreparedProgram } from './prepare-program.js';
import { runJobs } from './run-jobs.js';

/** Makes calls one after the other on one thread, each from a pristine state. */
export interface Engine {
  /** Resolves whatever the guest does; an engine that broke is replaced and the call `lost`. */
  evaluate(call: Call): Promise<GuestReport>;
}

/** A program after loading: the state to start calls from, or what loading came to. */
type LoadedProgram =
  | { readonly status: 'loaded'; readonly snapshot: MemoryImage; readonly steps: number }
  | { readonly status: 'failed'; readonly report: GuestReport };

/** Wasm memory never shrinks: an instance that has grown beyond this is replaced. */
const maximumInstanceBytes = 32 * 1024 * 1024;
/** Loaded programs that are kept, about a quarter of a megabyte each. */
const keptPrograms = 64;

/**
 * Starts an engine. Runtime, context and program are set up once and their memory is copied; every
 * call starts from that copy, which is as pristine as a new runtime and far cheaper.
 */
export async function createEngine(limits: ResolvedLimits): Promise<Engine> {
  let instance: Instance | undefined = await createInstance(limits);
  const programs = new Map<string, LoadedProgram>();

  const discard = (): void => {
    instance = undefined;
    // Snapshots hold addresses of the instance that they were taken from.
    programs.clear();
  };

  return {
    async evaluate(call) {
      instance ??= await createInstance(limits);
      try {
        const program = findProgram(instance, call, programs, limits);
        const report =
          program.status === 'failed' ? program.report : invoke(instance, program, call, limits);
        if (instance.memoryBytes() > maximumInstanceBytes) discard();
        return report;
      } catch {
        discard();
        return { text: '{"status":"lost"}', steps: 0 };
      }
    },
  };
}

function findProgram(
  instance: Instance,
  call: Call,
  programs: Map<string, LoadedProgram>,
  limits: ResolvedLimits,
): LoadedProgram {
  const key = programKey(call.program);
  // A program that drew on randomness or the clock while it loaded is another one for each of them.
  const ambientKey = `${key} ${call.seed} ${call.nowMs}`;
  for (const known of [key, ambientKey]) {
    const program = programs.get(known);
    if (program === undefined) continue;
    programs.delete(known);
    programs.set(known, program);
    return program;
  }
  const { program, isAmbientUsed } = load(instance, call, limits);
  programs.set(isAmbientUsed ? ambientKey : key, program);
  if (programs.size > keptPrograms) programs.delete(programs.keys().next().value as string);
  return program;
}

function programKey({ source, entrypoint, isModule }: PreparedProgram): string {
  return `${entrypoint} ${isModule} ${source}`;
}

function load(
  instance: Instance,
  call: Call,
  limits: ResolvedLimits,
): { program: LoadedProgram; isAmbientUsed: boolean } {
  const { context, driver } = instance;
  instance.restore(instance.pristine);
  instance.clearAbove(instance.pristine);
  instance.counter.steps = 0;
  configure(instance, call);
  const failed = loadProgram(instance, call.program, limits.maxSteps);
  const report = instance.counter.steps > limits.maxSteps ? stepLimit(instance) : failed;
  const ambient = context.callFunction(driver.isAmbientUsed, context.undefined);
  // When even this call fails, nothing may be concluded from the program's state.
  const isAmbientUsed = ambient.error !== undefined || context.dump(ambient.value) === true;
  if (report !== undefined) return { program: { status: 'failed', report }, isAmbientUsed };
  const snapshot = instance.takeSnapshot();
  return { program: { status: 'loaded', snapshot, steps: instance.counter.steps }, isAmbientUsed };
}

function configure(instance: Instance, { seed, nowMs }: Call): void {
  const { context, driver } = instance;
  const arguments_ = [context.newNumber(seed), context.newNumber(nowMs)];
  context.unwrapResult(context.callFunction(driver.configure, context.undefined, ...arguments_));
}

function invoke(
  instance: Instance,
  program: LoadedProgram & { status: 'loaded' },
  call: Call,
  limits: ResolvedLimits,
): GuestReport {
  const { context, driver } = instance;
  instance.restore(program.snapshot);
  instance.counter.steps = program.steps;
  configure(instance, call);
  const input = context.newString(call.inputText);
  const parameters = context.newString(call.program.parametersText);
  const invoked = context.callFunction(driver.invoke, context.undefined, input, parameters);
  const jobError = invoked.error ?? runJobs(instance, limits.maxSteps);
  // An interrupted async function reports the interruption as a rejection: the count decides.
  if (instance.counter.steps > limits.maxSteps) return stepLimit(instance);
  if (jobError !== undefined) return failureReport(instance, jobError);
  const text = context.callFunction(driver.report, context.undefined);
  if (text.error) return failureReport(instance, text.error);
  return { text: context.getString(text.value), steps: instance.counter.steps };
}

function stepLimit({ counter }: Instance): GuestReport {
  return { text: '{"status":"step-limit"}', steps: counter.steps };
}
