import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import type { JsonLimits } from '../values/json-limits.js';
import { deriveSeed } from '../values/random.js';
import { canonicalJson } from '../values/stringify-json.js';
import { resolvePairLimits } from './pair-limits.js';
import type { PairRejectReason, RejectedPair } from './rejected-pair.js';
import {
  countDistinctOutputs,
  findTriviality,
  type TrivialityFlag,
  trivialityFlags,
} from './triviality.js';
import { tryPair } from './try-pair.js';

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
   * How large inputs and outputs may be.
   * @defaultValue `defaultPairLimits`, each for itself
   */
  readonly limits?: Partial<JsonLimits> | undefined;
  /**
   * Whether the pairs of a trivial function are rejected: those of any kind of triviality, or of
   * the kinds that are named. They are flagged in `stats.triviality` in any case.
   * @defaultValue false
   */
  readonly dropTrivial?: boolean | readonly TrivialityFlag[] | undefined;
  /**
   * How often the generator is asked before giving up.
   * @defaultValue 10 × `count`
   */
  readonly maxAttempts?: number | undefined;
  /**
   * How many attempts in a row may fail, repeated inputs not counted, before the function is given
   * up.
   * @defaultValue 20
   */
  readonly maxFailuresInARow?: number | undefined;
  /** Stops collecting. */
  readonly signal?: AbortSignal | undefined;
}

/** What was seen while collecting. */
export interface PairStatistics {
  /** How often the generator was asked. */
  readonly attempts: number;
  /** How many attempts were rejected, by reason. */
  readonly rejects: Partial<Readonly<Record<PairRejectReason, number>>>;
  /** How many different outputs the collected pairs had, those of a dropped function included. */
  readonly distinctOutputs: number;
  /** What makes the function trivial, judged by the collected pairs. */
  readonly triviality: readonly TrivialityFlag[];
}

/** What collecting came to. */
export interface CollectedPairs {
  /** Distinct, reproducible pairs; at most `count`. */
  readonly pairs: readonly IOPair[];
  /** The attempts that gave no pair, each with its reason, in order. */
  readonly rejected: readonly RejectedPair[];
  readonly stats: PairStatistics;
}

/**
 * Collects pairs of a function by running its input generator and then the function. The input is
 * frozen as JSON text before the call; the pair is kept only when the function, started again from
 * that text under other random seeds and another clock, returns the same. Inputs must fit the
 * function's schema when it has one.
 *
 * One bad attempt never loses the other pairs: it becomes a reject with a reason, and a place in the
 * value where there is one. A module that the sandbox lacks ends collecting.
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
  const maxFailures = requireInteger('maxFailuresInARow', options.maxFailuresInARow ?? 20, 1);
  const limits = resolvePairLimits(options.limits);
  const droppedFlags = resolveDropped(options.dropTrivial ?? false);
  if (fn.inputGenerator === undefined) {
    throw optionError('inputGenerator', 'the code of an input generator', fn.inputGenerator);
  }
  const accepted: { readonly index: number; readonly pair: IOPair }[] = [];
  const rejected: RejectedPair[] = [];
  const known = new Set<string>();
  let attempts = 0;
  let failuresInARow = 0;
  // Every further attempt would fail alike.
  let lacksModule = false;
  const isOver = (): boolean => lacksModule || failuresInARow >= maxFailures;

  while (accepted.length < count && attempts < maxAttempts && !isOver()) {
    const size = Math.min(count - accepted.length, maxAttempts - attempts);
    const batch = await Promise.all(
      Array.from({ length: size }, (_, offset) => {
        const attemptSeed = deriveSeed(seed, fn.id, attempts + offset);
        return tryPair(fn, { sandbox, seed: attemptSeed, limits, signal });
      }),
    );
    for (const attempt of batch) {
      // What lies behind the end must not matter: it depends on the size of the batch.
      if (isOver()) break;
      const index = attempts++;
      if (attempt.status === 'rejected') {
        rejected.push({ index, ...attempt.reject });
        failuresInARow++;
        lacksModule = attempt.reject.reason === 'missing-module';
        continue;
      }
      const { pair } = attempt;
      const text = canonicalJson(pair.input);
      if (known.has(text)) {
        rejected.push({ index, reason: 'duplicate-input', input: pair.input });
        continue;
      }
      known.add(text);
      accepted.push({ index, pair });
      failuresInARow = 0;
    }
  }
  return finish(accepted, rejected, attempts, droppedFlags);
}

function resolveDropped(
  dropTrivial: NonNullable<CollectPairsOptions['dropTrivial']>,
): readonly TrivialityFlag[] {
  if (typeof dropTrivial === 'boolean') return dropTrivial ? trivialityFlags : [];
  const isKnown =
    Array.isArray(dropTrivial) && dropTrivial.every((f) => trivialityFlags.includes(f));
  if (isKnown) return dropTrivial;
  throw optionError(
    'dropTrivial',
    `a boolean or some of ${trivialityFlags.join(', ')}`,
    dropTrivial,
  );
}

function finish(
  accepted: readonly { readonly index: number; readonly pair: IOPair }[],
  rejected: readonly RejectedPair[],
  attempts: number,
  droppedFlags: readonly TrivialityFlag[],
): CollectedPairs {
  const pairs = accepted.map(({ pair }) => pair);
  const triviality = findTriviality(pairs);
  const dropped = triviality.filter((flag) => droppedFlags.includes(flag));
  const all: readonly RejectedPair[] =
    dropped.length === 0
      ? rejected
      : [
          ...rejected,
          ...accepted.map(({ index, pair }): RejectedPair => {
            return { index, reason: 'trivial', input: pair.input, detail: dropped.join(', ') };
          }),
        ].sort((a, b) => a.index - b.index);
  const rejects: Partial<Record<PairRejectReason, number>> = {};
  for (const { reason } of all) rejects[reason] = (rejects[reason] ?? 0) + 1;
  const distinctOutputs = countDistinctOutputs(pairs);
  const stats = { attempts, rejects, distinctOutputs, triviality };
  return { pairs: dropped.length === 0 ? pairs : [], rejected: all, stats };
}
