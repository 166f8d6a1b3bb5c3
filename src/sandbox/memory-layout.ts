/** Where the parts of an interpreter's memory lie, as byte addresses. */
export interface MemoryLayout {
  /** Where the static data ends and the call stack begins, which grows down towards it. */
  readonly staticEnd: number;
  /** Where the heap begins, above the call stack. */
  readonly heapStart: number;
  /** The word that says where the heap's unused memory begins: nothing that matters lies above. */
  readonly heapTop: number;
}

/** What is needed of the interpreter's C library. */
interface Allocator {
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

/** Small enough to come out of the same free block each time, large enough to be unmistakable. */
const probeBytes = 5000;
const probes = 4;
/** Words between two looks when the call stack is searched; it is far longer. */
const stride = 1024;

/**
 * Finds out how a fresh interpreter's memory is laid out. Nothing in it says so; but the call stack
 * is by far the longest stretch of zeros below the heap, and the heap's end is the one word that
 * follows fresh allocations byte by byte.
 *
 * @throws Error when there is no such word, as may happen with another allocator.
 */
export function findMemoryLayout(allocator: Allocator, memory: WebAssembly.Memory): MemoryLayout {
  const pointers: number[] = [];
  const states: Int32Array[] = [];
  const first = allocator._malloc(probeBytes);
  const heapStart = first & ~0xf;
  const staticEnd = findStackStart(new Int32Array(memory.buffer, 0, heapStart >> 2)) * 4;
  for (let i = 0; i < probes; i++) {
    pointers.push(allocator._malloc(probeBytes));
    states.push(new Int32Array(memory.buffer.slice(0, staticEnd)));
  }
  for (const pointer of [...pointers, first]) allocator._free(pointer);

  const found: number[] = [];
  for (let word = 0; word < staticEnd >> 2; word++) {
    const isTop = states.every((state, i) => {
      const beyond = (state[word] as number) - ((pointers[i] as number) + probeBytes);
      return beyond >= -8 && beyond <= 16;
    });
    if (isTop) found.push(word * 4);
  }
  if (found.length !== 1) {
    throw new Error(
      `this version of quickjs-emscripten allocates in an unknown way (${found.length} words match)`,
    );
  }
  return { staticEnd, heapStart, heapTop: found[0] as number };
}

/** The first word of the longest stretch of zeros. */
function findStackStart(words: Int32Array): number {
  let longest = { start: words.length, length: 0 };
  for (let start = 0; start < words.length; start += stride) {
    let end = start;
    while (end < words.length && words[end] === 0) end += stride;
    if (end - start > longest.length) longest = { start, length: end - start };
    start = Math.max(start, end);
  }
  let first = longest.start;
  while (first > 0 && words[first - 1] === 0) first--;
  return first;
}
