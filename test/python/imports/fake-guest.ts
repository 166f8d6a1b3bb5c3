import { createGuestMemory, type GuestMemory } from '../../../src/python/imports/guest-memory.js';
import type { ImportFunctions } from '../../../src/python/imports/import-functions.js';

/** A memory of one page, as a guest that was just started has it. */
export interface FakeGuest {
  readonly memory: WebAssembly.Memory;
  readonly reader: GuestMemory;
  /** Writes a text and a zero at an address, and returns the address. */
  putText(this: void, address: number, text: string): number;
  /** Writes pairs of address and length, and returns where they lie. */
  putVectors(this: void, address: number, vectors: readonly (readonly [number, number])[]): number;
  readText(this: void, address: number, length: number): string;
  readNumber(this: void, address: number): number;
}

/** Makes a memory that tests write what a guest would, and read what an import has written. */
export function createFakeGuest(): FakeGuest {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 64 });
  const reader = createGuestMemory(() => memory);
  return {
    memory,
    reader,
    putText(address, text) {
      reader.writeText(address, text);
      return address;
    },
    putVectors(address, vectors) {
      for (const [index, [start, length]] of vectors.entries()) {
        reader.view().setUint32(address + 8 * index, start, true);
        reader.view().setUint32(address + 8 * index + 4, length, true);
      }
      return address;
    },
    readText: (address, length) =>
      Buffer.from(reader.bytes().subarray(address, address + length)).toString('latin1'),
    readNumber: (address) => reader.view().getInt32(address, true),
  };
}

/** Calls an import by its name. */
export function callImport(
  imports: ImportFunctions,
  name: string,
  ...values: (number | bigint)[]
): unknown {
  const found = imports[name];
  if (found === undefined) throw new Error(`there is no import ${name}`);
  return found(...values);
}
