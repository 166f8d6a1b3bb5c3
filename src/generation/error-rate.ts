import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';

/** When calls count as hopeless. */
export interface ErrorRateOptions {
  /**
   * The share of failed calls.
   * @defaultValue 0.9
   */
  readonly share?: number | undefined;
  /**
   * How many of the last calls are looked at.
   * @defaultValue 50
   */
  readonly calls?: number | undefined;
}

/** Watches how many of the last calls failed. */
export interface ErrorRate {
  /** Takes the next call; says whether it is hopeless to go on. */
  record(isFailure: boolean, statusCode?: number): boolean;
}

/** A key that is refused as often as this before it ever worked is not going to work. */
const refusedKeys = 10;

/**
 * Makes a watch over failing calls: hopeless is when `share` of the last `calls` failed, or when the
 * key is refused (401, 403) from the first call on.
 *
 * @throws TypeError naming an option that is out of range.
 */
export function createErrorRate(options: ErrorRateOptions = {}): ErrorRate {
  const calls = requireInteger('stopOnErrors.calls', options.calls ?? 50, 1);
  const share = options.share ?? 0.9;
  if (!(share > 0 && share <= 1)) {
    throw optionError('stopOnErrors.share', 'a number above 0 and up to 1', options.share);
  }
  const last: boolean[] = [];
  let place = 0;
  let failures = 0;
  let refused = 0;
  let hasWorked = false;
  return {
    record(isFailure, statusCode) {
      if (last[place]) failures--;
      last[place] = isFailure;
      if (isFailure) failures++;
      place = (place + 1) % calls;
      hasWorked ||= !isFailure;
      const isRefused = isFailure && (statusCode === 401 || statusCode === 403);
      refused = isRefused ? refused + 1 : 0;
      return (
        (last.length === calls && failures >= share * calls) ||
        (!hasWorked && refused >= refusedKeys)
      );
    },
  };
}
