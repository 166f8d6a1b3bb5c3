import { createGuestImports, type GuestImports } from './imports/guest-imports.js';
import { operationsPerLook } from './imports/step-counter.js';
import { instantiateImage } from './instantiate-image.js';
import type { InterpreterImage, MemorySnapshot } from './interpreter-image.js';

/** What the host calls of the interpreter's C interface. */
interface InterpreterExports {
  malloc(bytes: number): number;
  free(address: number): void;
  PyUnicode_FromStringAndSize(address: number, bytes: number): number;
  PyObject_CallOneArg(callable: number, argument: number): number;
  PyUnicode_AsUTF8AndSize(text: number, sizeAddress: number): number;
}

/** A sealed interpreter: it starts from an image, and reaches nothing but its own memory. */
export interface Interpreter {
  readonly imports: GuestImports;
  /** Whether the memory has grown so far that a new interpreter is the better choice. */
  readonly isOutgrown: boolean;
  /** Puts all memory back to what it was when the image was taken. */
  restore(this: void, variant: number): void;
  /** Sets the countdown to the next look, where it can be. */
  setCountdown(this: void, countdown: number): void;
  /**
   * Gives the guest's driver a text, and returns the one that it answers; `undefined` when it had
   * not even the memory for that.
   *
   * @throws whatever ended the call from within.
   */
  call(this: void, request: string): string | undefined;
}

/** Memory never shrinks, and what is beyond the image has to be emptied for each call. */
const outgrownBytes = 48 * 1024 * 1024;

/** Starts an interpreter. */
export function createInterpreter(
  image: InterpreterImage,
  options: { readonly memoryLimitBytes: number; onStep(this: void): void },
): Interpreter {
  const { memory, stackPointer, exports, imports } = instantiateImage(image, (access) =>
    createGuestImports({ ...access, ...options, files: image.files }),
  );
  const api = exports as unknown as InterpreterExports;
  let current = image.snapshots[0] as MemorySnapshot;
  let view = new DataView(memory.buffer);
  const read = (address: number): number => {
    // A memory that grows moves to another buffer.
    if (view.buffer !== memory.buffer) view = new DataView(memory.buffer);
    return view.getInt32(address, true);
  };
  imports.steps.readCountdown = () =>
    current.countdown === undefined ? operationsPerLook : read(current.countdown);

  return {
    imports,
    get isOutgrown() {
      return memory.buffer.byteLength > image.memoryBytes + outgrownBytes;
    },
    restore(variant) {
      current = image.snapshots[variant % image.snapshots.length] as MemorySnapshot;
      const bytes = new Uint8Array(memory.buffer);
      bytes.set(current.bytes);
      bytes.fill(0, current.bytes.length);
      stackPointer.value = current.stackPointer;
      imports.files.reset();
    },
    setCountdown(countdown) {
      if (current.countdown === undefined) return;
      new DataView(memory.buffer).setInt32(current.countdown, countdown, true);
    },
    call(request) {
      const text = Buffer.from(request);
      const address = api.malloc(text.length);
      if (address === 0) return undefined;
      new Uint8Array(memory.buffer).set(text, address);
      const argument = api.PyUnicode_FromStringAndSize(address, text.length);
      api.free(address);
      if (argument === 0) return undefined;
      const answer = api.PyObject_CallOneArg(current.handle, argument);
      if (answer === 0) return undefined;
      const size = api.malloc(4);
      const start = size === 0 ? 0 : api.PyUnicode_AsUTF8AndSize(answer, size);
      if (start === 0) return undefined;
      // The driver writes ASCII alone.
      return Buffer.from(memory.buffer, start, read(size)).toString('latin1');
    },
  };
}
