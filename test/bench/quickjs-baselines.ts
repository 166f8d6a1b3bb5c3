import {
  newQuickJSWASMModule,
  type QuickJSContext,
  type QuickJSHandle,
  RELEASE_SYNC,
} from 'quickjs-emscripten';
import type { BenchFunction } from './functions.js';
import type { MakeCheck } from './measure.js';

/** The same interpreter without isolation: one context for all checks, each function evaluated once. */
export async function warmChecks(): Promise<MakeCheck> {
  const context = (await newQuickJSWASMModule(RELEASE_SYNC)).newContext();
  const entries = new Map<BenchFunction, QuickJSHandle>();
  const entryOf = (fn: BenchFunction): QuickJSHandle => {
    const entry = entries.get(fn) ?? evaluate(context, fn);
    entries.set(fn, entry);
    return entry;
  };
  return ({ fn, input }) => call(context, entryOf(fn), JSON.stringify(input));
}

/** A new runtime and context for each check, on a module that is loaded. */
export async function freshChecks(): Promise<MakeCheck> {
  const module = await newQuickJSWASMModule(RELEASE_SYNC);
  return ({ fn, input }) => {
    const runtime = module.newRuntime();
    const context = runtime.newContext();
    const entry = evaluate(context, fn);
    try {
      return call(context, entry, JSON.stringify(input));
    } finally {
      entry.dispose();
      context.dispose();
      runtime.dispose();
    }
  };
}

/** A function from JSON text to JSON text, with as little around it as possible. */
function evaluate(context: QuickJSContext, fn: BenchFunction): QuickJSHandle {
  const names = fn.parameters.join(', ');
  const code = `(() => {
    ${fn.javascript}
    return (inputText) => {
      const { ${names} } = JSON.parse(inputText);
      return JSON.stringify(mainSolution(${names}));
    };
  })()`;
  return context.unwrapResult(context.evalCode(code));
}

function call(context: QuickJSContext, entry: QuickJSHandle, inputText: string): unknown {
  const input = context.newString(inputText);
  const result = context.unwrapResult(context.callFunction(entry, context.undefined, input));
  const output = context.getString(result);
  result.dispose();
  input.dispose();
  return JSON.parse(output);
}
