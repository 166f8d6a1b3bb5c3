/** Finds the sets that share a band with a set. */
export interface BandIndex {
  /** The numbers of all sets that share a key, each once. */
  find(keys: Uint32Array): Iterable<number>;
  /** Adds the next set: the first is 0. */
  add(keys: Uint32Array): void;
}

const none = -1;

/**
 * Makes an index of sets by the keys of their bands: a hash table with chains in typed arrays, of
 * about 16 bytes a band.
 *
 * @param bands - How many keys every set has.
 */
export function createBandIndex(bands: number): BandIndex {
  let size = 0;
  /** Key of each entry, set after set. */
  let keyOf = new Uint32Array(1024 * bands);
  /** The next entry with the same place in the table. */
  let nextOf = new Int32Array(keyOf.length);
  let table = new Int32Array(0);

  const link = (entry: number): void => {
    const place = (keyOf[entry] ?? 0) & (table.length - 1);
    nextOf[entry] = table[place] ?? none;
    table[place] = entry;
  };

  const grow = (capacity: number): void => {
    const keys = new Uint32Array(capacity);
    keys.set(keyOf.subarray(0, size));
    keyOf = keys;
    nextOf = new Int32Array(capacity);
    table = new Int32Array(2 ** Math.ceil(Math.log2(capacity))).fill(none);
    for (let entry = 0; entry < size; entry++) link(entry);
  };
  grow(keyOf.length);

  return {
    find(keys) {
      const found = new Set<number>();
      for (const key of keys) {
        let entry = table[key & (table.length - 1)] ?? none;
        for (; entry !== none; entry = nextOf[entry] ?? none) {
          if (keyOf[entry] === key) found.add(Math.floor(entry / bands));
        }
      }
      return found;
    },
    add(keys) {
      if (size + bands > keyOf.length) grow(keyOf.length * 2);
      keyOf.set(keys, size);
      for (const end = size + bands; size < end; size++) link(size);
    },
  };
}
