import type { MemoryLayout } from './memory-layout.js';

/** A copy of all of a wasm memory that means something: not of the call stack between two calls. */
export interface MemoryImage {
  /** The static data. */
  readonly below: Uint8Array;
  /** The heap, up to where the allocator's unused memory begins. */
  readonly heap: Uint8Array;
}

/** Takes and restores copies of one wasm memory. */
export interface MemoryImages {
  take(this: void): MemoryImage;
  /** Puts back what the image holds; what lies above it stays, and nothing refers to it. */
  restore(this: void, image: MemoryImage): void;
  /** Gives up an image: its bytes serve a later one. */
  release(this: void, image: MemoryImage): void;
}

/** Static data that is still zero ends where the call stack begins: this much may be such. */
const margin = 64 * 1024;
/** The allocator's header of its unused memory. */
const headerBytes = 16;
/** Images are of all sizes: what one leaves behind should fit the next. */
const granuleBytes = 128 * 1024;
const keptBuffers = 8;

/**
 * Prepares to copy the memory of an interpreter that is not running.
 *
 * @param memory - Gives the bytes, which move when the memory grows.
 */
export function createMemoryImages(memory: () => Uint8Array, layout: MemoryLayout): MemoryImages {
  const { staticEnd, heapStart, heapTop } = layout;
  const belowEnd = Math.min(heapStart, staticEnd + margin);
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
      const buffer = allocate(belowEnd + heapEnd - heapStart);
      const below = new Uint8Array(buffer, 0, belowEnd);
      const heap = new Uint8Array(buffer, belowEnd, heapEnd - heapStart);
      below.set(bytes.subarray(0, belowEnd));
      heap.set(bytes.subarray(heapStart, heapEnd));
      return { below, heap };
    },
    restore({ below, heap }) {
      const bytes = memory();
      bytes.set(below);
      bytes.set(heap, heapStart);
    },
    release({ below }) {
      if (free.length < keptBuffers) free.push(below.buffer);
    },
  };
}
