import type { JsonObject, JsonValue } from './json-value.js';

/** One observed call of a function. */
export interface IOPair {
  /** The input, keyed by variable name. */
  readonly input: JsonObject;
  /** What the function returned for it. */
  readonly output: JsonValue;
  /** The interpreter steps the call took, of 10,000 operations each: what `maxSteps` limits. */
  readonly steps?: number | undefined;
  /**
   * The operations (calls and jumps: a round of a loop makes two jumps) the call took: a free measure of how
   * much there is to compute.
   */
  readonly operations?: number | undefined;
}
