/** How signatures are cut: sets that agree in all rows of one band are worth comparing. */
export interface Banding {
  readonly bands: number;
  /** Numbers of a signature in a band. */
  readonly rows: number;
}

/** The chance with which a pair that is just similar enough is compared. */
const wantedChance = 0.99;

/**
 * Chooses the longest bands, and as many as it takes for two sets whose similarity is just
 * `threshold` to agree in one with a chance of 99 % (locality-sensitive hashing).
 *
 * @param hashes - How many numbers a signature may have at most.
 */
export function chooseBanding(threshold: number, hashes: number): Banding {
  for (let rows = hashes; rows > 1; rows--) {
    const chance = threshold ** rows;
    const bands = chance === 1 ? 1 : Math.ceil(Math.log(1 - wantedChance) / Math.log1p(-chance));
    if (bands * rows <= hashes) return { bands, rows };
  }
  return { bands: hashes, rows: 1 };
}

/** Numbers each band of a signature by what is in it and which it is; 32 bits each. */
export function bandKeys(signature: readonly number[], { bands, rows }: Banding): Uint32Array {
  const keys = new Uint32Array(bands);
  for (let band = 0; band < bands; band++) {
    let key = band + 1;
    for (let row = band * rows; row < (band + 1) * rows; row++) {
      key = Math.imul(key ^ (signature[row] ?? 0), 0x9e3779b1);
      key ^= key >>> 15;
    }
    keys[band] = key;
  }
  return keys;
}
