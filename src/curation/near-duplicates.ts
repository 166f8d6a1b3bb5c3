import { withoutNumber } from '../analysis/name-tokens.js';
import { createBandIndex } from './band-index.js';
import { codeShingles, jaccard } from './code-shingles.js';
import { loadSignatures } from './minhash-signature.js';
import { createShingleStore } from './shingle-store.js';
import { bandKeys, chooseBanding } from './signature-bands.js';

/** When two programs are nearly the same. */
export interface Nearness {
  /** Least Jaccard similarity, above 0 and up to 1. */
  readonly threshold: number;
  /** Tokens in a shingle. */
  readonly shingleSize: number;
  /** Greatest length of a MinHash signature. */
  readonly hashes: number;
}

/** The kept program that another is nearly the same as. */
interface NearMatch<Kept> {
  readonly kept: Kept;
  readonly similarity: number;
}

/** Finds near duplicates among programs that were kept. */
export interface NearDuplicates<Kept> {
  /**
   * Finds the most similar kept program, the earliest of several; keeps this one as `kept` when
   * none is similar enough.
   */
  findOrKeep(tokens: readonly string[], kept: Kept): Promise<NearMatch<Kept> | undefined>;
}

/** With fewer, one shingle more or less would be a large share. */
const leastShingles = 10;

/**
 * Makes a search for near duplicates: signatures (MinHash) that share a band propose candidates,
 * whose similarity is then computed from all their shingles, so that it is exact.
 */
export function createNearDuplicates<Kept>(nearness: Nearness): NearDuplicates<Kept> {
  const { threshold, shingleSize, hashes } = nearness;
  const banding = chooseBanding(threshold, hashes);
  const index = createBandIndex(banding.bands);
  const store = createShingleStore();
  const keptItems: Kept[] = [];
  let signatures: ReturnType<typeof loadSignatures> | undefined;

  return {
    async findOrKeep(tokens, kept) {
      const shingles = codeShingles(tokens.map(withoutNumber), shingleSize);
      if (shingles.length < leastShingles) return undefined;
      signatures ??= loadSignatures(banding.bands * banding.rows);
      const signatureOf = await signatures;
      const keys = bandKeys(signatureOf(shingles), banding);
      let best: NearMatch<number> | undefined;
      for (const candidate of index.find(keys)) {
        const similarity = similarityFrom(threshold, shingles, store.get(candidate));
        const isBetter =
          similarity > (best?.similarity ?? 0) ||
          (similarity === best?.similarity && candidate < best.kept);
        if (similarity >= threshold && isBetter) best = { kept: candidate, similarity };
      }
      if (best !== undefined) {
        return { kept: keptItems[best.kept] as Kept, similarity: best.similarity };
      }
      index.add(keys);
      store.add(shingles);
      keptItems.push(kept);
      return undefined;
    },
  };
}

/** The similarity, or 0 when the sizes alone keep it below the threshold. */
function similarityFrom(threshold: number, left: Uint32Array, right: Uint32Array): number {
  const [less, more] = [left.length, right.length].sort((a, b) => a - b) as [number, number];
  return less < threshold * more ? 0 : jaccard(left, right);
}
