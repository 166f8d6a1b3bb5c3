import { describe, expect, it } from 'vitest';
import { findMemoryLayout } from '../../src/sandbox/memory-layout.js';

const page = 64 * 1024;
const staticEnd = 8 * 1024;
const heapStart = 4 * page;

/** An allocator whose heap lies above static data and a call stack, and never gives bytes back. */
function newAllocator(topWords: readonly number[]) {
  const memory = new WebAssembly.Memory({ initial: 8 });
  new Uint8Array(memory.buffer).fill(7, 0, staticEnd);
  let top = heapStart;
  const write = (): void => {
    for (const word of topWords) new DataView(memory.buffer).setUint32(word, top, true);
  };
  write();
  return {
    memory,
    _malloc(bytes: number): number {
      const pointer = top + 8;
      top += (bytes + 15) & ~7;
      write();
      return pointer;
    },
    _free() {},
  };
}

describe('the layout of an interpreter', () => {
  it('is found by what allocating changes', () => {
    const allocator = newAllocator([4000]);
    expect(findMemoryLayout(allocator, allocator.memory)).toEqual({
      staticEnd,
      heapStart,
      heapTop: 4000,
    });
  });

  it.each([
    [[], 0],
    [[4000, 6000], 2],
  ])('is refused when the words that tell the top of the heap are %j', (words, count) => {
    const allocator = newAllocator(words);
    expect(() => findMemoryLayout(allocator, allocator.memory)).toThrow(
      `this version of quickjs-emscripten allocates in an unknown way (${count} words match)`,
    );
  });
});
