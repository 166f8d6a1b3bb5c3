import type { MemoryLayout } from './memory-layout.js';

/** A copy of all of a wasm memory that changes: not of the call stack between two calls. */
export interface MemoryImage {
  /** The static data, without the constants. */
  readonly statics: Uint8Array;
  /** The heap, up to where the allocator's unused memory begins. */
  readonly heap: Uint8Array;
}

/** Takes and restores copies of one wasm memory. */
export interface MemoryImages {
  take(this: void): MemoryImage;
  /** Puts back what the image holds; what lies above it stays, and nothing refers to it. */
  restore(this: void, image: MemoryImage): void;
  /** Puts back the constants, which nothing but a broken interpreter changes. */
  restoreConstants(this: void): void;
  /** Gives up an image: its bytes serve a later one. */
  release(this: void, image: MemoryImage): void;
}

/** Around the static data that has changed by now there may be more that will: this much. */
const margin = 4 * 1024;
/** The allocator's header of its unused memory. */
const headerBytes = 16;
/** Images are of all sizes: what one leaves behind should fit the next. */
const granuleBytes = 128 * 1024;
const keptBuffers = 8;

/**
 * Prepares to copy the memory of an interpreter that is set up and is not running.
 *
 * @param memory - Gives the bytes, which move when the memory grows.
 * @param initial - The static data as it was before the interpreter ran.
 */
export function createMemoryImages(
  memory: () => Uint8Array,
  layout: MemoryLayout,
  initial: Uint8Array,
): MemoryImages {
  const { staticEnd, heapStart, heapTop } = layout;
  // The linker puts the constants first: what comes before the first change is never written.
  const present = memory();
  const firstChange = initial.findIndex((byte, at) => byte !== present[at]);
  const staticsStart = Math.max(0, (firstChange & ~7) - margin);
  const staticsEnd = Math.min(heapStart, staticEnd + margin);
  const staticsBytes = staticsEnd - staticsStart;
  const constants = present.slice(0, staticsStart);
  const free: ArrayBufferLike[] = [];

  const allocate = (bytes: number): ArrayBufferLike => {
    const fitting = free.findIndex(({ byteLength }) => byteLength >= bytes);
    // Fresh memory costs more than the copying: the system hands it out page by page.
    if (fitting >= 0) return free.splice(fitting, 1)[0] as ArrayBufferLike;
    return new ArrayBuffer(Math.ceil(bytes / granuleBytes) * granuleBytes);
  };
  return {
    take() {
      const bytes = memory();
      const top = new DataView(bytes.buffer).getUint32(heapTop, true);
      const heapEnd = Math.min(top + headerBytes, bytes.length);
      const buffer = allocate(staticsBytes + heapEnd - heapStart);
      const statics = new Uint8Array(buffer, 0, staticsBytes);
      const heap = new Uint8Array(buffer, staticsBytes, heapEnd - heapStart);
      statics.set(bytes.subarray(staticsStart, staticsEnd));
      heap.set(bytes.subarray(heapStart, heapEnd));
      return { statics, heap };
    },
    restore({ statics, heap }) {
      const bytes = memory();
      bytes.set(statics, staticsStart);
      bytes.set(heap, heapStart);
    },
    restoreConstants: () => memory().set(constants),
    release({ statics }) {
      if (free.length < keptBuffers) free.push(statics.buffer);
    },
  };
}
