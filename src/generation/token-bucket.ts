/** Lets through a number of units a second, and a small burst at once. */
export interface TokenBucket {
  /** How long until `count` units may pass, in milliseconds. */
  delayMs(count: number, nowMs: number): number;
  /** Takes units, also more than there are: then the next ones wait longer. */
  take(count: number, nowMs: number): void;
  /** Puts back units that were not used; takes more when `count` is negative. */
  give(count: number, nowMs: number): void;
}

/** Sums of fractions are off in the last digits; a unit that has been waited for must pass. */
const rounding = 1e-6;

/**
 * Makes a token bucket that is full. More than it holds passes when it is full, at the price of a
 * longer wait for what comes next.
 *
 * @param perSecond - Units a second; `Infinity` lets everything through.
 * @param capacity - Units that may pass at once after a pause.
 */
function createTokenBucket(perSecond: number, capacity: number, nowMs: number): TokenBucket {
  const rate = perSecond / 1000;
  const size = capacity;
  let level = capacity;
  let filledAtMs = nowMs;

  const fill = (nowMs: number): void => {
    if (rate !== Infinity) level = Math.min(size, level + (nowMs - filledAtMs) * rate);
    filledAtMs = nowMs;
  };
  return {
    delayMs(count, nowMs) {
      if (rate === Infinity) return 0;
      fill(nowMs);
      const lacking = Math.min(count, size) - level;
      return lacking <= rounding ? 0 : lacking / rate;
    },
    take(count, nowMs) {
      fill(nowMs);
      if (rate !== Infinity) level -= count;
    },
    give(count, nowMs) {
      fill(nowMs);
      if (rate !== Infinity) level = Math.min(size, level + count);
    },
  };
}

/** Makes the bucket of a limit per minute: it lets through about a second's worth at once. */
export function createMinuteBucket(perMinute: number, nowMs: number): TokenBucket {
  return createTokenBucket(perMinute / 60, Math.max(1, perMinute / 60), nowMs);
}
