import { requireInteger } from '../errors/require-integer.js';

/** How often something was solved, and how far that may be trusted. */
export interface SolveRate {
  /** Solved of judged, from 0 to 1; undefined when nothing was judged. */
  readonly rate: number | undefined;
  /** Where the true rate lies with 95 % confidence; from 0 to 1 when nothing was judged. */
  readonly interval: { readonly low: number; readonly high: number };
}

/** The 97.5 % quantile of the normal distribution, squared. */
const zSquared = 1.959963984540054 ** 2;

/**
 * Computes a solve rate with its Wilson score interval at 95 % (E. B. Wilson, "Probable inference,
 * the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22, 1927), which holds for the few samples that a solve rate is made of, also when
 * none or all are solved: 8 of 8 is a rate of 1 in an interval from 0.68 to 1.
 *
 * @param solved - How many were solved.
 * @param judged - How many were judged, solved or not.
 * @throws TypeError unless both are integers and `solved` is at most `judged`.
 */
export function solveRate(solved: number, judged: number): SolveRate {
  requireInteger('judged', judged, 0);
  requireInteger('solved', solved, 0, judged);
  if (judged === 0) return { rate: undefined, interval: { low: 0, high: 1 } };
  const rate = solved / judged;
  const centre = (solved + zSquared / 2) / (judged + zSquared);
  const spread = Math.sqrt(zSquared * (solved * (1 - rate) + zSquared / 4)) / (judged + zSquared);
  // Rounding must not push a bound past the rate, which it meets at 0 and 1.
  const low = solved === 0 ? 0 : Math.min(centre - spread, rate);
  const high = solved === judged ? 1 : Math.max(centre + spread, rate);
  return { rate, interval: { low, high } };
}
