/**
 * The bits of a shingle's number. A product with a number of as many bits, which MinHash takes,
 * still is an exact double.
 */
export const shingleBits = 26;

/**
 * Numbers every run of `size` tokens: equal runs have equal numbers.
 *
 * @returns The set of numbers below 2^26, ascending; empty for fewer tokens than `size`.
 */
export function codeShingles(tokens: readonly string[], size: number): Uint32Array {
  const hashes = tokens.map(hashText);
  const count = Math.max(0, hashes.length - size + 1);
  const shingles = new Uint32Array(count);
  for (let start = 0; start < count; start++) {
    let hash = 0;
    for (let i = start; i < start + size; i++)
      hash = Math.imul(hash ^ (hashes[i] ?? 0), 0x01000193);
    shingles[start] = mix(hash) >>> (32 - shingleBits);
  }
  return distinct(shingles.sort());
}

/**
 * The Jaccard similarity of two sets of shingles: how many of all shingles both have.
 *
 * @param left - Ascending numbers without repeats, as `right`.
 * @returns 0 to 1; 0 for two empty sets.
 */
export function jaccard(left: Uint32Array, right: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const difference = (left[i] ?? 0) - (right[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const all = left.length + right.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** FNV-1a. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Lets every bit depend on all others (the end of MurmurHash3). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Drops repeats from ascending numbers. */
function distinct(sorted: Uint32Array): Uint32Array {
  let length = 0;
  for (const [index, value] of sorted.entries()) {
    if (index === 0 || value !== sorted[index - 1]) sorted[length++] = value;
  }
  return sorted.slice(0, length);
}
