import type { CodeFunction } from './code-function.js';
import type { IOPair } from './io-pair.js';

/** A function with pairs of it, such as an accepted `Transformation`. */
export interface FunctionPairs {
  readonly function: CodeFunction;
  readonly pairs: readonly IOPair[];
}
