import { pathToFileURL } from 'node:url';
import { createContext, Script } from 'node:vm';
import { argumentsOf, type BenchFunction } from './functions.js';
import type { MakeCheck } from './measure.js';

/** What is used of `@sebastianwessel/quickjs`. */
interface SebastianWessel {
  loadQuickJs(variant: unknown): Promise<{
    runSandboxed(
      make: (sandbox: { evalCode(code: string): Promise<unknown> }) => Promise<unknown>,
    ): Promise<{ readonly ok: boolean; readonly data?: unknown }>;
  }>;
}

/** What is used of `run`. */
interface Run {
  run(input: { source: string }): Promise<{ readonly status: string; readonly value?: unknown }>;
  setMaxWorkers(workers: number): void;
}

/** What is used of `isolated-vm`. */
interface IsolatedVm {
  readonly default: { readonly Isolate: new (options: { memoryLimit: number }) => Isolate };
}
interface Isolate {
  createContextSync(): IsolatedContext;
  compileScriptSync(code: string): { runSync(context: IsolatedContext): unknown };
  dispose(): void;
}
interface IsolatedContext {
  readonly global: { setSync(name: string, value: string): void };
  release(): void;
}

/** A sandbox for each check, as its documentation does it. */
export async function sebastianWesselChecks(modules: string): Promise<MakeCheck> {
  const { loadQuickJs } = await load<SebastianWessel>(
    `${modules}/@sebastianwessel/quickjs/dist/esm/index.js`,
  );
  const variant = await load<{ default: unknown }>(
    `${modules}/@jitl/quickjs-ng-wasmfile-release-sync/dist/index.mjs`,
  );
  const { runSandboxed } = await loadQuickJs(variant.default);
  return async (check) => {
    const code = `${check.fn.javascript}\nexport default mainSolution(${argumentsOf(check)});`;
    const result = await runSandboxed(({ evalCode }) => evalCode(code) as Promise<never>);
    return result.ok ? result.data : result;
  };
}

/** A context in a thread for each check: it knows no other way. */
export async function runChecks(modules: string, workers: number): Promise<MakeCheck> {
  const { run, setMaxWorkers } = await load<Run>(`${modules}/run/dist/index.js`);
  setMaxWorkers(workers);
  return async (check) => {
    const source = `${check.fn.javascript}\nreturn mainSolution(${argumentsOf(check)});`;
    const result = await run({ source });
    return result.status === 'completed' ? result.value : result;
  };
}

/** An isolate for each check. */
export async function newIsolateChecks(modules: string): Promise<MakeCheck> {
  const Isolate = await loadIsolate(modules);
  return ({ fn, input }) => {
    const isolate = new Isolate({ memoryLimit: 64 });
    try {
      const context = isolate.createContextSync();
      context.global.setSync('inputText', JSON.stringify(input));
      return JSON.parse(String(isolate.compileScriptSync(scriptOf(fn)).runSync(context)));
    } finally {
      isolate.dispose();
    }
  };
}

/** A context for each check, all in one isolate; scripts are compiled once. */
export async function newIsolatedContextChecks(modules: string): Promise<MakeCheck> {
  const Isolate = await loadIsolate(modules);
  const isolate = new Isolate({ memoryLimit: 512 });
  const compile = once((fn) => isolate.compileScriptSync(scriptOf(fn)));
  return ({ fn, input }) => {
    const context = isolate.createContextSync();
    context.global.setSync('inputText', JSON.stringify(input));
    const output = compile(fn).runSync(context);
    context.release();
    return JSON.parse(String(output));
  };
}

/** A context for each check in this very process; scripts are compiled once. */
export function nodeVmChecks(): MakeCheck {
  const compile = once((fn) => new Script(scriptOf(fn)));
  return ({ fn, input }) => {
    const context = createContext({ inputText: JSON.stringify(input) });
    return JSON.parse(String(compile(fn).runInContext(context)));
  };
}

/** A script that reads the global `inputText` and ends with the JSON text of the output. */
function scriptOf({ javascript, parameters }: BenchFunction): string {
  const values = parameters.map((name) => `input.${name}`).join(', ');
  return `${javascript}
    const input = JSON.parse(inputText);
    JSON.stringify(mainSolution(${values}));`;
}

function once<T>(compile: (fn: BenchFunction) => T): (fn: BenchFunction) => T {
  const compiled = new Map<BenchFunction, T>();
  return (fn) => {
    const value = compiled.get(fn) ?? compile(fn);
    compiled.set(fn, value);
    return value;
  };
}

async function loadIsolate(modules: string): Promise<IsolatedVm['default']['Isolate']> {
  const loaded = await load<IsolatedVm>(`${modules}/isolated-vm/isolated-vm.js`);
  return loaded.default.Isolate;
}

function load<T>(file: string): Promise<T> {
  return import(pathToFileURL(file).href);
}
