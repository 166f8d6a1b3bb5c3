/** Keeps sets of shingles. */
export interface ShingleStore {
  /** Adds the next set: the first is 0. */
  add(shingles: Uint32Array): void;
  /** The set with a number. */
  get(number: number): Uint32Array;
}

/** Numbers in a chunk: 1 MB. */
const chunkLength = 2 ** 18;

/**
 * Makes a store of sets of shingles, 4 bytes a shingle. Sets are laid one after another into large
 * arrays: an array for each would cost as much again.
 */
export function createShingleStore(): ShingleStore {
  const chunks: Uint32Array[] = [];
  /** Where each set is: chunk, first place in it, length. */
  const places: number[] = [];
  let used = chunkLength;
  return {
    add(shingles) {
      const { length } = shingles;
      if (used + length > (chunks.at(-1)?.length ?? 0)) {
        chunks.push(new Uint32Array(Math.max(chunkLength, length)));
        used = 0;
      }
      chunks.at(-1)?.set(shingles, used);
      places.push(chunks.length - 1, used, length);
      used += length;
    },
    get(number) {
      const [chunk = 0, start = 0, length = 0] = places.slice(3 * number, 3 * number + 3);
      return chunks[chunk]?.subarray(start, start + length) ?? new Uint32Array(0);
    },
  };
}
