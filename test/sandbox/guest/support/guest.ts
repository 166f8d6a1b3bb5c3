/// <reference path="../../../../src/sandbox/guest/raw-text.d.ts" />
import { runInThisContext } from 'node:vm';
import { newQuickJSWASMModule, RELEASE_SYNC } from 'quickjs-emscripten';

/** A QuickJS context in which files of `src/sandbox/guest` have been evaluated and called. */
export interface Guest {
  /** The outcome of an expression as JSON, jobs and timers run to their end. */
  outcome(expression: string): string;
  run(code: string): void;
  dispose(): void;
}

/**
 * @param files - Texts of function expressions, called one after the other.
 * @param host - JavaScript of what each is called with.
 */
export async function createGuest(files: readonly string[], host = '{}'): Promise<Guest> {
  const module = await newQuickJSWASMModule(RELEASE_SYNC);
  const context = module.newContext();
  context.runtime.setMaxStackSize(256 * 1024);
  const evaluate = (code: string): unknown => {
    const handle = context.unwrapResult(context.evalCode(code));
    const value = context.dump(handle);
    handle.dispose();
    return value;
  };
  for (const file of files) {
    const install = context.unwrapResult(context.evalCode(file, 'sandbox.js'));
    const argument = context.unwrapResult(context.evalCode(`(${host})`));
    const installed = context.unwrapResult(
      context.callFunction(install, context.undefined, argument),
    );
    context.setProp(context.global, 'installed', installed);
    for (const handle of [install, argument, installed]) handle.dispose();
  }
  return {
    outcome(expression) {
      return String(evaluate(outcomeCode(expression)));
    },
    run(code) {
      evaluate(code);
      context.runtime.executePendingJobs();
    },
    dispose() {
      context.dispose();
    },
  };
}

/** The guest is modelled on Node.js 20; later versions word some errors otherwise. */
export const isModel: boolean = process.versions.node.startsWith('20.');

/** What Node.js makes of the expression, in the notation of `Guest.outcome`. */
export function nodeOutcome(expression: string): string {
  return String(runInThisContext(outcomeCode(expression)));
}

function outcomeCode(expression: string): string {
  return `(() => {
    const { stringify } = JSON;
    try {
      return stringify({ value: (() => (${expression}))() });
    } catch (error) {
      return stringify({ name: error.name, message: error.message, code: error.code });
    }
  })()`;
}
