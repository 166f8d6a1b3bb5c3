import { expect, it } from 'vitest';
import { createGuestRandomness } from '../../../src/python/imports/randomness.js';
import { callImport, createFakeGuest } from './fake-guest.js';

const guest = createFakeGuest();
const randomness = createGuestRandomness(guest.reader);
const draw = (length: number): number[] => {
  guest.reader.bytes().fill(0);
  expect(callImport(randomness.imports, 'random_get', 100, length)).toBe(0);
  return [...guest.reader.bytes().subarray(100, 100 + length)];
};

it('gives the same bytes for the same seed, and others for another one', () => {
  randomness.set(5);
  const first = [draw(32), draw(32)];
  randomness.set(5);
  expect([draw(32), draw(32)]).toEqual(first);
  expect(first[0]).not.toEqual(first[1]);
  randomness.set(6);
  expect(draw(32)).not.toEqual(first[0]);
});

it('gives all bytes about equally often', () => {
  randomness.set(1);
  const counts = new Array<number>(256).fill(0);
  for (const byte of draw(51_200)) counts[byte] = (counts[byte] ?? 0) + 1;
  expect(Math.min(...counts)).toBeGreaterThan(120);
  expect(Math.max(...counts)).toBeLessThan(300);
});

it('writes where it is told and nowhere else', () => {
  randomness.set(1);
  draw(16);
  expect(
    guest.reader
      .bytes()
      .subarray(0, 100)
      .every((byte) => byte === 0),
  ).toBe(true);
  expect(
    guest.reader
      .bytes()
      .subarray(116)
      .every((byte) => byte === 0),
  ).toBe(true);
});

it('ends at the end of memory', () => {
  randomness.set(1);
  const size = guest.memory.buffer.byteLength;
  expect(callImport(randomness.imports, 'random_get', size - 4, 2 ** 31)).toBe(0);
  expect(guest.memory.buffer.byteLength).toBe(size);
});
