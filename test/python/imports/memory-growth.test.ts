import { expect, it } from 'vitest';
import { createMemoryGrowth } from '../../../src/python/imports/memory-growth.js';
import { callImport } from './fake-guest.js';

const mebibyte = 1024 * 1024;

function createGrowing(limitBytes: number, maximumPages = 1024) {
  const memory = new WebAssembly.Memory({ initial: 16, maximum: maximumPages });
  const growth = createMemoryGrowth(() => memory, limitBytes);
  const grow = (bytes: number): unknown =>
    callImport(growth.imports, 'emscripten_resize_heap', bytes);
  return { memory, growth, grow };
}

it('grows a memory to what is asked for, and somewhat beyond', () => {
  const { memory, growth, grow } = createGrowing(32 * mebibyte);
  expect(grow(5 * mebibyte)).toBe(1);
  expect(memory.buffer.byteLength).toBe(8 * mebibyte);
  expect(growth.isRefused).toBe(false);
});

it('grows it to the limit and not a page further', () => {
  const limit = 18 * mebibyte + 65_536;
  const { memory, growth, grow } = createGrowing(limit);
  expect(callImport(growth.imports, 'emscripten_get_heap_max')).toBe(limit);
  expect(grow(limit)).toBe(1);
  expect(memory.buffer.byteLength).toBe(limit);
  expect(grow(limit + 1)).toBe(0);
  expect(memory.buffer.byteLength).toBe(limit);
  expect(growth.isRefused).toBe(true);
});

it('takes sizes for what they are beyond two thousand megabytes', () => {
  const { memory, growth, grow } = createGrowing(32 * mebibyte);
  expect(grow(-65_536)).toBe(0);
  expect(memory.buffer.byteLength).toBe(mebibyte);
  expect(growth.isRefused).toBe(true);
});

it('says so when the machine has no more', () => {
  const { memory, growth, grow } = createGrowing(2048 * mebibyte, 64);
  expect(grow(16 * mebibyte)).toBe(0);
  expect(memory.buffer.byteLength).toBe(mebibyte);
  expect(growth.isRefused).toBe(true);
});

it('has nothing to do when the memory is large enough', () => {
  const { memory, grow } = createGrowing(32 * mebibyte);
  grow(8 * mebibyte);
  expect(grow(1000)).toBe(1);
  expect(memory.buffer.byteLength).toBe(8 * mebibyte);
});
