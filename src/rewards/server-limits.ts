import { requireInteger } from '../errors/require-integer.js';

/** What a reward server takes on. The defaults suit one training run on the same machine. */
export interface RewardServerLimits {
  /**
   * Longest body of a request, in bytes.
   * @defaultValue 33_554_432 (32 MiB)
   */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Replies in one request.
   * @defaultValue 1024
   */
  readonly maxBatchSize?: number | undefined;
  /**
   * Requests that are worked on at the same time; what comes beyond is answered with 503 and
   * `Retry-After`.
   * @defaultValue 64
   */
  readonly maxConcurrentRequests?: number | undefined;
  /**
   * Longest time for a request to arrive, in milliseconds.
   * @defaultValue 30_000
   */
  readonly receiveTimeoutMs?: number | undefined;
  /**
   * Longest time for scoring a request, in milliseconds. Replies that are not scored by then are
   * `unverifiable`.
   * @defaultValue 120_000
   */
  readonly scoreTimeoutMs?: number | undefined;
}

/** Limits with every default filled in. */
export type ResolvedServerLimits = { readonly [K in keyof RewardServerLimits]-?: number };

/** What a timer of Node.js can hold. */
const longestTimeoutMs = 2 ** 31 - 1;

/**
 * Fills in the defaults.
 *
 * @throws TypeError naming an option that is out of range.
 */
export function resolveServerLimits({
  maxBodyBytes = 32 * 1024 * 1024,
  maxBatchSize = 1024,
  maxConcurrentRequests = 64,
  receiveTimeoutMs = 30_000,
  scoreTimeoutMs = 120_000,
}: RewardServerLimits): ResolvedServerLimits {
  return {
    maxBodyBytes: requireInteger('maxBodyBytes', maxBodyBytes, 1),
    maxBatchSize: requireInteger('maxBatchSize', maxBatchSize, 1),
    maxConcurrentRequests: requireInteger('maxConcurrentRequests', maxConcurrentRequests, 1),
    receiveTimeoutMs: requireInteger('receiveTimeoutMs', receiveTimeoutMs, 1, longestTimeoutMs),
    scoreTimeoutMs: requireInteger('scoreTimeoutMs', scoreTimeoutMs, 1, longestTimeoutMs),
  };
}
