/** Reads and writes numbers and texts in a memory that may grow. */
export interface GuestMemory {
  bytes(this: void): Uint8Array;
  view(this: void): DataView;
  /** Reads a text that ends with a zero. */
  readText(this: void, address: number): string;
  /** Writes a text and a zero. */
  writeText(this: void, address: number, text: string): void;
}

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
      const all = bytes();
      const end = all.indexOf(0, address);
      return decoder.decode(all.subarray(address, end < 0 ? all.length : end));
    },
    writeText(address, text) {
      const encoded = encoder.encode(text);
      const all = bytes();
      all.set(encoded, address);
      all[address + encoded.length] = 0;
    },
  };
}
