import { createRandom } from '../values/random.js';
import { shingleBits } from './code-shingles.js';

/** Computes the MinHash signature of a set of shingles. */
export type SignatureOf = (shingles: Uint32Array) => readonly number[];

/** The first prime above 2^26. */
const prime = 67_108_879;
/** Any number does: all signatures that are compared must come from the same functions. */
const seed = 1;

/**
 * Loads the package that computes MinHash signatures, and gives it hash functions x → a·x + b mod
 * `prime` that are the same on every machine.
 *
 * @param hashes - Length of a signature.
 */
export async function loadSignatures(hashes: number): Promise<SignatureOf> {
  // Loading it takes longer than everything else that starts with this library.
  const { MinHash } = await import('bloom-filters');
  const random = createRandom(seed);
  const draw = (): number => Math.floor(random() * 2 ** shingleBits);
  const functions = Array.from({ length: hashes }, () => ({
    a: Math.max(1, draw()),
    b: draw(),
    c: prime,
  }));
  return (shingles) => {
    const minHash = new MinHash(hashes, functions);
    for (const shingle of shingles) minHash.add(shingle);
    return minHash._signature;
  };
}
