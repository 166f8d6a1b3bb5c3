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
  Py_DecRef(object: number): void;
}

/** A sealed interpreter: it starts from an image, and reaches nothing but its own memory. */
export interface Interpreter {
  readonly imports: GuestImports;
  /** Whether the memory has grown so far that a new interpreter is the better choice. */
  readonly isOutgrown: boolean;
  /** Puts all memory back to what it was when the image was taken. */
  restore(this: void, snapshot: number): void;
  /**
   * Gives the guest's driver a text, and returns the one that it answers; `undefined` when it had
   * not even the memory for that.
   *
   * @param maximumCharacters - A longer answer is reported as too large, without being read.
   * @throws whatever ended the call from within.
   */
  call(this: void, request: string, maximumCharacters: number): string | undefined;
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
  const readNumber = (address: number): number => {
    // A memory that grows moves to another buffer.
    if (view.buffer !== memory.buffer) view = new DataView(memory.buffer);
    return view.getInt32(address, true);
  };
  imports.steps.readCountdown = () =>
    current.countdown === undefined ? operationsPerLook : readNumber(current.countdown);

  imports.steps.writeCountdown = (countdown) => {
    if (current.countdown === undefined) return;
    new DataView(memory.buffer).setInt32(current.countdown, countdown, true);
  };

  return {
    imports,
    get isOutgrown() {
      return memory.buffer.byteLength > image.memoryBytes + outgrownBytes;
    },
    restore(index) {
      current = image.snapshots[index] as MemorySnapshot;
      const bytes = new Uint8Array(memory.buffer);
      bytes.set(current.bytes);
      bytes.fill(0, current.bytes.length);
      stackPointer.value = current.stackPointer;
      imports.files.reset();
    },
    call(request, maximumCharacters) {
      const text = Buffer.from(request);
      const address = api.malloc(text.length);
      if (address === 0) return undefined;
      new Uint8Array(memory.buffer).set(text, address);
      const argument = api.PyUnicode_FromStringAndSize(address, text.length);
      api.free(address);
      const answer = argument === 0 ? 0 : api.PyObject_CallOneArg(current.handle, argument);
      const size = answer === 0 ? 0 : api.malloc(4);
      const start = size === 0 ? 0 : api.PyUnicode_AsUTF8AndSize(answer, size);
      if (start === 0) return undefined;
      const length = readNumber(size);
      if (length > maximumCharacters) return '{"status":"output-too-large"}';
      // The driver writes ASCII alone.
      const read = Buffer.from(memory.buffer, start, length).toString('latin1');
      api.free(size);
      api.Py_DecRef(answer);
      api.Py_DecRef(argument);
      return read;
    },
  };
}
