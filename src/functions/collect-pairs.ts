import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { deriveSeed } from '../values/random.js';
import { canonicalJson } from '../values/stringify-json.js';
import { type PairAttempt, type RejectedPair, tryPair } from './try-pair.js';

/** How pairs are collected. */
export interface CollectPairsOptions {
  /** Where generator and function run. */
  readonly sandbox: Sandbox;
  /**
   * How many pairs are wanted.
   * @defaultValue 10
   */
  readonly count?: number | undefined;
  /**
   * Decides the inputs: same seed, same pairs. Pair `i` does not depend on `count`.
   * @defaultValue 0
   */
  readonly seed?: number | undefined;
  /**
   * How often the generator is asked before giving up.
   * @defaultValue 10 × `count`
   */
  readonly maxAttempts?: number | undefined;
  /** Stops collecting. */
  readonly signal?: AbortSignal | undefined;
}

/** What collecting came to. */
export interface CollectedPairs {
  /** Distinct, reproducible pairs; at most `count`. */
  readonly pairs: readonly IOPair[];
  /** The attempts that gave no pair, each with its reason. */
  readonly rejected: readonly RejectedPair[];
  readonly stats: { readonly attempts: number };
}

/**
 * Collects pairs of a function by running its input generator and then the function. The input is
 * frozen as JSON text before the call; the pair is kept only when the function, started again from
 * that text under other random seeds and another clock, returns the same.
 *
 * One bad attempt never loses the other pairs: it becomes a reject with a reason.
 *
 * @throws TypeError when the function has no input generator, or for an option out of range.
 */
export async function collectPairs(
  fn: CodeFunction,
  options: CollectPairsOptions,
): Promise<CollectedPairs> {
  const { sandbox, seed = 0, signal } = options;
  const count = requireInteger('count', options.count ?? 10, 0);
  const maxAttempts = requireInteger('maxAttempts', options.maxAttempts ?? 10 * count, 0);
  if (fn.inputGenerator === undefined) {
    throw optionError('inputGenerator', 'the code of an input generator', fn.inputGenerator);
  }
  const pairs: IOPair[] = [];
  const rejected: RejectedPair[] = [];
  const known = new Set<string>();
  let attempts = 0;

  const judge = (index: number, attempt: PairAttempt): void => {
    if (attempt.status === 'rejected') {
      rejected.push({ index, ...attempt.reject });
      return;
    }
    const text = canonicalJson(attempt.pair.input);
    if (known.has(text)) {
      rejected.push({ index, reason: 'duplicate-input', input: attempt.pair.input });
      return;
    }
    known.add(text);
    pairs.push(attempt.pair);
  };

  while (pairs.length < count && attempts < maxAttempts) {
    const size = Math.min(count - pairs.length, maxAttempts - attempts);
    const indexes = Array.from({ length: size }, (_, offset) => attempts + offset);
    const batch = await Promise.all(
      indexes.map((index) =>
        tryPair(fn, { sandbox, seed: deriveSeed(seed, fn.id, index), signal }),
      ),
    );
    for (const [offset, attempt] of batch.entries()) judge(attempts + offset, attempt);
    attempts += size;
  }
  return { pairs, rejected, stats: { attempts } };
}
