/** Reads and writes numbers and texts in a memory that may grow. */
export interface GuestMemory {
  bytes(this: void): Uint8Array;
  view(this: void): DataView;
  /** Reads a text that ends with a zero; `undefined` when it is longer than a path may be. */
  readText(this: void, address: number): string | undefined;
  /** Writes a text and a zero. */
  writeText(this: void, address: number, text: string): void;
}

/** As in the C library; the host's own memory must not go to what a guest calls a path. */
const maximumTextBytes = 4096;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Reaches the memory that `memory` gives, which may be made later. */
export function createGuestMemory(memory: () => WebAssembly.Memory): GuestMemory {
  let seen: DataView | undefined;
  let seenBytes: Uint8Array | undefined;
  const look = (): void => {
    // A memory that grows moves to another buffer.
    const { buffer } = memory();
    if (seen?.buffer === buffer) return;
    seen = new DataView(buffer);
    seenBytes = new Uint8Array(buffer);
  };
  const view = (): DataView => {
    look();
    return seen as DataView;
  };
  const bytes = (): Uint8Array => {
    look();
    return seenBytes as Uint8Array;
  };
  return {
    bytes,
    view,
    readText(address) {
      const start = bytes().subarray(address, address + maximumTextBytes);
      const length = start.indexOf(0);
      return length < 0 ? undefined : decoder.decode(start.subarray(0, length));
    },
    writeText(address, text) {
      const encoded = encoder.encode(text);
      const all = bytes();
      all.set(encoded, address);
      all[address + encoded.length] = 0;
    },
  };
}
