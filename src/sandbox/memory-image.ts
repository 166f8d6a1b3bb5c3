/** A copy of all of a wasm memory that means something. */
export interface MemoryImage {
  /** What lies below the call stack. */
  readonly below: Uint8Array;
  /** What lies above it, up to the last byte that is not zero. */
  readonly above: Uint8Array;
}

/** Takes and restores copies of one wasm memory. */
export interface MemoryImages {
  take(this: void): MemoryImage;
  /** Puts back what the image holds; what lies above it stays, and nothing refers to it. */
  restore(this: void, image: MemoryImage): void;
  /** Zeroes what lies above the image, so that the next image does not copy it. */
  clearAbove(this: void, image: MemoryImage): void;
}

const megabyte = 1024 * 1024;
/** Static data that happens to be zero may lie next to the stack: this much of it is copied anyway. */
const margin = 64 * 1024;

/**
 * Prepares to copy a memory whose interpreter has just been set up and is not running.
 *
 * The call stack is megabytes that mean nothing between two calls; it is told from the rest now,
 * while it is by far the longest stretch of zeros, and left out of every image. Zeros that a program
 * allocates later are part of its state, and copied like everything else.
 */
export function createMemoryImages(memory: WebAssembly.Memory): MemoryImages {
  const words = new Int32Array(memory.buffer);
  const stack = longestZeroRun(words, usedWords(words));
  const hasStack = stack.length * 4 >= megabyte;
  const belowEnd = hasStack ? stack.start * 4 + margin : 0;
  const aboveStart = hasStack ? (stack.start + stack.length) * 4 : 0;
  return {
    take() {
      const bytes = new Uint8Array(memory.buffer);
      const end = usedWords(new Int32Array(memory.buffer)) * 4;
      return { below: bytes.slice(0, belowEnd), above: bytes.slice(aboveStart, end) };
    },
    restore({ below, above }) {
      const bytes = new Uint8Array(memory.buffer);
      bytes.set(below);
      bytes.set(above, aboveStart);
    },
    clearAbove({ above }) {
      new Uint8Array(memory.buffer).fill(0, aboveStart + above.length);
    },
  };
}

/** The number of words up to the last that is not zero: memory that was never used is zero. */
function usedWords(words: Int32Array): number {
  let end = words.length;
  // Megabytes of zeros are passed over here for every program: eight words at a time.
  while (end >= 8 && isZeroBlock(words, end - 8)) end -= 8;
  while (end > 0 && words[end - 1] === 0) end--;
  return end;
}

function isZeroBlock(words: Int32Array, at: number): boolean {
  const first = (words[at] as number) | (words[at + 1] as number) | (words[at + 2] as number);
  const second = (words[at + 3] as number) | (words[at + 4] as number) | (words[at + 5] as number);
  return (first | second | (words[at + 6] as number) | (words[at + 7] as number)) === 0;
}

function longestZeroRun(words: Int32Array, end: number): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  for (let start = 0; start < end; start++) {
    if (words[start] !== 0) continue;
    let length = 1;
    while (start + length < end && words[start + length] === 0) length++;
    if (length > longest.length) longest = { start, length };
    start += length;
  }
  return longest;
}
