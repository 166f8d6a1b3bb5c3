import {
  type EmscriptenModuleCallbacks,
  type QuickJSEmscriptenModule,
  type QuickJSFFI,
  RELEASE_SYNC,
} from 'quickjs-emscripten';
import { captureModule } from './capture-module.js';
import { type GuestWorld, replaceImports } from './guest-world.js';

/** An interpreter's WebAssembly with nothing in it yet. */
export interface RawInterpreter {
  readonly module: QuickJSEmscriptenModule & { readonly HEAPU8: Uint8Array };
  readonly functions: QuickJSFFI;
}

// A broken instance is reported as an outcome; what the engine prints as it aborts helps nobody.
const quiet: object = { print() {}, printErr() {} };

/** What the WebAssembly declares as its smallest memory. */
const initialPages = 256;
const pageBytes = 64 * 1024;

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Instantiates the interpreter in a memory of its own.
 *
 * @param memoryLimitBytes - What the memory may grow to.
 */
export async function instantiateInterpreter(
  memoryLimitBytes: number,
  world: GuestWorld,
  shouldInterrupt: () => boolean,
): Promise<RawInterpreter & { readonly memory: WebAssembly.Memory }> {
  const Functions = await RELEASE_SYNC.importFFI();
  compiled ??= compile();
  const wasm = await compiled.catch((error: unknown) => {
    // The next instance tries again.
    compiled = undefined;
    throw error;
  });
  const memory = newMemory(memoryLimitBytes);
  const load = await moduleLoader();
  const module = await load({
    ...quiet,
    wasmMemory: memory,
    instantiateWasm(imports, onSuccess) {
      replaceImports(imports, world, memory);
      const instance = new WebAssembly.Instance(wasm, imports);
      onSuccess(instance);
      return instance.exports;
    },
  });
  module.callbacks = callbacks(shouldInterrupt);
  return {
    module: module as RawInterpreter['module'],
    functions: new Functions(module),
    memory,
  };
}

function newMemory(limitBytes: number): WebAssembly.Memory {
  const maximum = Math.max(initialPages, Math.floor(limitBytes / pageBytes));
  return new WebAssembly.Memory({ initial: initialPages, maximum });
}

type ModuleLoader = (options: object & LoaderOptions) => Promise<QuickJSEmscriptenModule>;
interface LoaderOptions {
  readonly wasmMemory: WebAssembly.Memory;
  instantiateWasm?(
    imports: WebAssembly.Imports,
    onSuccess: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports;
}

async function moduleLoader(): Promise<ModuleLoader> {
  const imported = await RELEASE_SYNC.importModuleLoader();
  // CommonJS reached through ESM arrives wrapped once or twice.
  let loader: unknown = imported;
  while (typeof loader === 'object' && loader !== null && 'default' in loader) {
    loader = loader.default;
  }
  return loader as ModuleLoader;
}

async function compile(): Promise<WebAssembly.Module> {
  const load = await moduleLoader();
  const memory = newMemory(0);
  return captureModule(memory, () => load({ ...quiet, wasmMemory: memory }));
}

/** The guest gets no host functions and no modules: what asks for one fails. */
function callbacks(shouldInterrupt: () => boolean): EmscriptenModuleCallbacks {
  const refuse = (): never => {
    throw new Error('the guest reached for a host function');
  };
  return {
    shouldInterrupt: () => (shouldInterrupt() ? 1 : 0),
    callFunction: refuse,
    loadModuleSource: refuse,
    normalizeModule: refuse,
    freeHostRef() {},
  };
}
