import { optionError } from '../errors/option-error.js';

/** Bounds on a solve rate, each from 0 to 1. A bound that is left out does not hold. */
export interface DifficultyBand {
  /** The lowest rate that is inside. */
  readonly from?: number | undefined;
  /** The highest rate that is inside. */
  readonly to?: number | undefined;
  /** The rate must be higher than this. */
  readonly above?: number | undefined;
  /** The rate must be lower than this. */
  readonly below?: number | undefined;
}

/**
 * Says whether a solve rate is inside a band. The default keeps 10 to 90 %, as the published corpus
 * does (paper §2.1). With `{ above: 0, below: 1 }` only what is never or always solved is out, which
 * reinforcement learning cannot learn from; of up to 10 judged samples the default does the same.
 *
 * @param difficulty - What `estimateDifficulty` returns, or anything with a `rate`. Without a rate
 * it is in no band.
 * @param band - The bounds.
 * @defaultValue `{ from: 0.1, to: 0.9 }`
 * @throws TypeError naming a bound that is not a number from 0 to 1.
 *
 * @example
 * ```ts
 * for (const task of tasks) {
 *   if (isInBand(await estimateDifficulty(task, { model, sandbox }))) kept.push(task);
 * }
 * ```
 */
export function isInBand(
  difficulty: { readonly rate?: number | undefined },
  band: DifficultyBand = { from: 0.1, to: 0.9 },
): boolean {
  const from = requireBound('from', band.from) ?? 0;
  const to = requireBound('to', band.to) ?? 1;
  const above = requireBound('above', band.above) ?? Number.NEGATIVE_INFINITY;
  const below = requireBound('below', band.below) ?? Number.POSITIVE_INFINITY;
  const { rate } = difficulty;
  return rate !== undefined && rate >= from && rate <= to && rate > above && rate < below;
}

function requireBound(name: keyof DifficultyBand, bound: number | undefined): number | undefined {
  const isValid = bound === undefined || (typeof bound === 'number' && bound >= 0 && bound <= 1);
  if (isValid) return bound;
  throw optionError(`band.${name}`, 'a number from 0 to 1', bound);
}
