import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten';
import { failureReport } from './failure-report.js';
import { type GuestReport, programName } from './guest-report.js';
import type { Instance } from './instance.js';
import type { PreparedProgram } from './prepare-program.js';
import { runJobs } from './run-jobs.js';

/**
 * Evaluates a program in an instance and hands its entry point to the prelude.
 *
 * @returns `undefined` when it is loaded, otherwise what it came to.
 */
export function loadProgram(
  instance: Instance,
  program: PreparedProgram,
  maxSteps: number,
): GuestReport | undefined {
  const { context, driver } = instance;
  const { source, isModule, entrypoint } = program;
  const loaded = isModule
    ? context.evalCode(
        `${source}\nexport const ${entryExport} = () => ${entrypoint};`,
        programName,
        { type: 'module' },
      )
    : context.evalCode(source, programName, { type: 'global' });
  if (loaded.error) return failureReport(instance, loaded.error);
  const jobError = runJobs(instance, maxSteps);
  if (jobError !== undefined) return failureReport(instance, jobError);

  const entry = isModule
    ? readModuleEntry(context, loaded.value)
    : readResult(context.evalCode(`() => ${entrypoint}`, 'sandbox.js', { type: 'global' }));
  if (entry.isError) return failureReport(instance, entry.handle);
  const registered = context.callFunction(driver.register, context.undefined, entry.handle);
  return registered.error ? failureReport(instance, registered.error) : undefined;
}

const entryExport = 'codeioEntry__';

interface GuestResult {
  readonly isError: boolean;
  readonly handle: QuickJSHandle;
}

function readResult(result: ReturnType<QuickJSContext['evalCode']>): GuestResult {
  return result.error
    ? { isError: true, handle: result.error }
    : { isError: false, handle: result.value };
}

/** Gets the function that yields the entry point from a module that has been evaluated. */
function readModuleEntry(context: QuickJSContext, loaded: QuickJSHandle): GuestResult {
  const state = context.getPromiseState(loaded);
  if (state.type === 'rejected') return { isError: true, handle: state.error };
  if (state.type === 'pending') {
    const message = 'the module waits at its top level for something that never comes';
    return { isError: true, handle: context.newError(message) };
  }
  const namespace = state.notAPromise ? loaded : state.value;
  return { isError: false, handle: context.getProp(namespace, entryExport) };
}
