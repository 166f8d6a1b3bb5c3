import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  RELEASE_SYNC,
} from 'quickjs-emscripten';
import { guestPrelude } from './guest-prelude.js';
import type { ResolvedLimits } from './limits.js';
import { createMemoryImages, type MemoryImage } from './memory-image.js';

/** The functions of the prelude. */
interface Driver {
  readonly configure: QuickJSHandle;
  readonly isAmbientUsed: QuickJSHandle;
  readonly register: QuickJSHandle;
  readonly invoke: QuickJSHandle;
  readonly report: QuickJSHandle;
}

/** One interpreter in its own wasm memory, which can be put back to an earlier state. */
export interface Instance {
  readonly context: QuickJSContext;
  readonly runtime: QuickJSRuntime;
  readonly driver: Driver;
  /** The state in which no program has been loaded yet. */
  readonly pristine: MemoryImage;
  /** Interrupts counted so far; part of no snapshot, so that the caller decides where it starts. */
  readonly counter: { steps: number };
  takeSnapshot(): MemoryImage;
  /** Puts the interpreter back. Handles made since the snapshot are dangling afterwards. */
  restore(snapshot: MemoryImage): void;
  /** Clears what earlier calls left above the snapshot, so that the next snapshot does not copy it. */
  clearAbove(snapshot: MemoryImage): void;
  /** Bytes of wasm memory, which never shrinks. */
  memoryBytes(): number;
}

/** Console output that is kept per call, in UTF-16 units. */
const maxLogBytes = 16 * 1024;

const pageBytes = 64 * 1024;
/** What the interpreter asks for at its start. */
const initialPages = 256;

// A broken instance is reported as an outcome; what the engine prints as it aborts helps nobody.
const quietModule: object = { print() {}, printErr() {} };

/** Starts an interpreter with runtime, context and prelude set up. */
export async function createInstance(limits: ResolvedLimits): Promise<Instance> {
  // The interpreter's own limit does not count every allocation; that of the wasm memory does.
  const memory = new WebAssembly.Memory({
    initial: initialPages,
    maximum: Math.max(initialPages, Math.floor(limits.memoryLimitBytes / pageBytes)),
  });
  const module = await newQuickJSWASMModuleFromVariant(
    newVariant(RELEASE_SYNC, { wasmMemory: memory, emscriptenModule: quietModule }),
  );
  const runtime = module.newRuntime();
  runtime.setMaxStackSize(limits.maxStackBytes);
  const counter = { steps: 0 };
  runtime.setInterruptHandler(() => ++counter.steps > limits.maxSteps);
  const context = runtime.newContext();
  const prelude = `${guestPrelude}(${limits.maxOutputBytes}, ${maxLogBytes})`;
  const functions = context.unwrapResult(context.evalCode(prelude, 'sandbox.js'));
  const driver: Driver = {
    configure: context.getProp(functions, 'configure'),
    isAmbientUsed: context.getProp(functions, 'isAmbientUsed'),
    register: context.getProp(functions, 'register'),
    invoke: context.getProp(functions, 'invoke'),
    report: context.getProp(functions, 'report'),
  };

  const images = createMemoryImages(memory);
  return {
    context,
    runtime,
    driver,
    pristine: images.take(),
    counter,
    takeSnapshot: images.take,
    restore: images.restore,
    clearAbove: images.clearAbove,
    memoryBytes: () => memory.buffer.byteLength,
  };
}
