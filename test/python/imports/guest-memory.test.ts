import { expect, it } from 'vitest';
import { createFakeGuest } from './fake-guest.js';

it('reads and writes texts that end with a zero', () => {
  const { reader } = createFakeGuest();
  reader.bytes().fill(255);
  reader.writeText(10, 'tür');
  expect(reader.readText(10)).toBe('tür');
  expect(reader.bytes()[15]).toBe(255);
});

it('reads no text that is longer than a path may be', () => {
  const { reader } = createFakeGuest();
  reader.bytes().fill(65, 0, 4095);
  expect(reader.readText(0)).toHaveLength(4095);
  reader.bytes().fill(65, 0, 5000);
  expect(reader.readText(0)).toBeUndefined();
});

it('reads no text that has no end before the end of memory', () => {
  const { reader, memory } = createFakeGuest();
  reader.bytes().fill(65);
  expect(reader.readText(memory.buffer.byteLength - 3)).toBeUndefined();
});

it('follows a memory that moves as it grows', () => {
  const { reader, memory } = createFakeGuest();
  reader.view().setInt32(0, 42, true);
  memory.grow(1);
  expect(reader.view().getInt32(0, true)).toBe(42);
  expect(reader.bytes().length).toBe(2 * 65_536);
});
