import type { JSContextPointer, JSValuePointer, QuickJSFFI } from 'quickjs-emscripten';
import type { GuestWorld } from './guest-world.js';
import { instantiateInterpreter, type RawInterpreter } from './interpreter-module.js';
import type { ResolvedLimits } from './limits.js';
import { createMemoryImages, type MemoryImages } from './memory-image.js';
import { findMemoryLayout } from './memory-layout.js';
import { findOperationCounter } from './operation-counter.js';

/** A value of the guest, by its address. Valid until the memory is restored to an earlier image. */
export type GuestValue = JSValuePointer;

/** What running guest code came to: a value, or what was thrown. */
export interface Completion {
  readonly isThrown: boolean;
  readonly value: GuestValue;
}

/** How a source text is evaluated. */
type SourceKind = 'script' | 'module';

/**
 * One interpreter: a thin layer over the functions of its WebAssembly. Nothing is ever freed, since
 * restoring the memory takes back everything that a call has allocated.
 */
export interface Interpreter {
  readonly memory: WebAssembly.Memory;
  /** Takes images of the memory; made at the end of the set-up. */
  createImages(this: void): MemoryImages;
  evaluate(this: void, source: string, fileName: string, kind: SourceKind): Completion;
  /** Whether a script has no syntax error. Nothing of it runs, but it leaves traces in the memory. */
  compiles(this: void, source: string): boolean;
  call(this: void, callee: GuestValue, ...values: readonly GuestValue[]): Completion;
  /** Runs up to `maximum` promise jobs; a value that counts them, or what a job threw. */
  runJobs(this: void, maximum: number): Completion;
  hasPendingJob(this: void): boolean;
  newString(this: void, text: string): GuestValue;
  newNumber(this: void, value: number): GuestValue;
  newObject(this: void): GuestValue;
  /** Reads a string value; '' also when there is no memory left to read it with. */
  readString(this: void, value: GuestValue): string;
  getProperty(this: void, object: GuestValue, name: string): GuestValue;
  setProperty(this: void, object: GuestValue, name: string, value: GuestValue): void;
  /** State of a promise; anything else counts as fulfilled by itself. */
  promiseState(
    this: void,
    value: GuestValue,
  ): { readonly state: 'pending' } | { readonly state: 'settled'; readonly completion: Completion };
  /** How many operations (calls and jumps) are left until the next interrupt. */
  operationsLeft(this: void): number;
  /** Makes an `ArrayBuffer` of zeros that the host can reach, too. */
  newBuffer(this: void, bytes: number): { readonly value: GuestValue; readonly address: number };
}

/** More than the static data. */
const initialStaticsBytes = 1024 * 1024;

const maximumArguments = 8;

const pending = 0;
const rejected = 2;
const globalScript = 0;
const moduleScript = 1;
const unrunScript = 32;

/**
 * Starts an interpreter with runtime and context set up.
 *
 * @param shouldInterrupt - Asked about every 10,000 operations of the guest.
 */
export async function createInterpreter(
  limits: ResolvedLimits,
  world: GuestWorld,
  shouldInterrupt: () => boolean,
): Promise<Interpreter> {
  const raw = await instantiateInterpreter(limits.memoryLimitBytes, world, shouldInterrupt);
  const { module, functions, memory } = raw;
  const initial = module.HEAPU8.slice(0, initialStaticsBytes);
  const layout = findMemoryLayout(module, memory);
  const runtime = functions.QTS_NewRuntime();
  functions.QTS_RuntimeSetMaxStackSize(runtime, limits.maxStackBytes);
  functions.QTS_RuntimeEnableInterruptHandler(runtime);
  const context = functions.QTS_NewContext(runtime, 0 as never);
  const operationCounter = (context as number) + (await findOperationCounter());
  // Made once, so that a guest without memory can still be called.
  const argumentList = allocate(raw, 4 * maximumArguments);
  const undefinedValue = functions.QTS_GetUndefined();
  const encoder = new TextEncoder();

  const complete = (value: GuestValue): Completion => {
    const error = functions.QTS_ResolveException(context, value);
    return (error as number) === 0 ? { isThrown: false, value } : { isThrown: true, value: error };
  };
  const newString = (text: string): GuestValue => {
    const room = text.length * 3;
    const pointer = allocate(raw, room + 1);
    const { HEAPU8 } = module;
    const { written } = encoder.encodeInto(text, HEAPU8.subarray(pointer, pointer + room));
    HEAPU8[pointer + written] = 0;
    return functions.QTS_NewString(context, pointer as never);
  };
  const evaluate = (source: string, fileName: string, flags: number): Completion => {
    const length = module.lengthBytesUTF8(source);
    const pointer = allocate(raw, length + 1);
    // Unlike a TextEncoder this keeps lone surrogates.
    module.stringToUTF8(source, pointer as never, length + 1);
    return complete(
      functions.QTS_Eval(context, pointer as never, length, fileName, 0 as never, flags as never),
    );
  };
  return {
    memory,
    createImages: () =>
      createMemoryImages(() => module.HEAPU8, layout, initial.subarray(0, layout.staticEnd)),
    evaluate: (source, fileName, kind) =>
      evaluate(source, fileName, kind === 'module' ? moduleScript : globalScript),
    compiles: (source) => !evaluate(source, '', unrunScript).isThrown,
    call(callee, ...values) {
      const { HEAPU8 } = module;
      for (let i = 0; i < values.length; i++)
        writeUint32(HEAPU8, argumentList + 4 * i, values[i] as number);
      return complete(
        functions.QTS_Call(context, callee, undefinedValue, values.length, argumentList as never),
      );
    },
    runJobs: (maximum) =>
      complete(functions.QTS_ExecutePendingJob(runtime, maximum, argumentList as never)),
    hasPendingJob: () => functions.QTS_IsJobPending(runtime) !== 0,
    newString,
    newNumber: (value) => functions.QTS_NewFloat64(context, value),
    newObject: () => functions.QTS_NewObject(context),
    readString: (value) => module.UTF8ToString(functions.QTS_GetString(context, value) as never),
    getProperty: (object, name) => functions.QTS_GetProp(context, object, newString(name)),
    setProperty(object, name, value) {
      functions.QTS_SetProp(context, object, newString(name), value);
    },
    promiseState: (value) => promiseState(functions, context, value),
    operationsLeft: () => readUint32(module.HEAPU8, operationCounter),
    newBuffer(bytes) {
      const address = allocate(raw, bytes);
      module.HEAPU8.fill(0, address, address + bytes);
      return { value: functions.QTS_NewArrayBuffer(context, address as never, bytes), address };
    },
  };
}

function promiseState(
  functions: QuickJSFFI,
  context: JSContextPointer,
  value: GuestValue,
): ReturnType<Interpreter['promiseState']> {
  const state = functions.QTS_PromiseState(context, value) as number;
  if (state === pending) return { state: 'pending' };
  // A negative state says that the value is no promise.
  const result = state < 0 ? value : functions.QTS_PromiseResult(context, value);
  return { state: 'settled', completion: { isThrown: state === rejected, value: result } };
}

/** Thrown when the host can place nothing in the interpreter's memory, since the guest has it all. */
export class GuestMemoryError extends Error {}

/** Allocates in the interpreter's memory. @throws GuestMemoryError when there is none left. */
function allocate({ module }: RawInterpreter, bytes: number): number {
  const pointer = module._malloc(bytes);
  if (pointer === 0) throw new GuestMemoryError('the interpreter has no memory left');
  return pointer;
}

function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}

function readUint32(bytes: Uint8Array, at: number): number {
  // Without a view of its own: this runs several times a call.
  const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  return low | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
}
