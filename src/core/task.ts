import type { CodeFunction } from './code-function.js';
import type { IOPair } from './io-pair.js';

/** Which side of a pair the model predicts. */
export type Direction = 'input' | 'output';

/** Both directions, in the order in which tasks are made. */
export const directions: readonly Direction[] = ['output', 'input'];

/** One prediction problem: given one side of a pair, find the other. */
export interface Task {
  /** Content hash of function, pair, direction and presentation. */
  readonly id: string;
  /** The side that the model predicts. */
  readonly direction: Direction;
  /** The function that the problem is about. */
  readonly function: CodeFunction;
  /** The call that gives the known side and the truth. */
  readonly pair: IOPair;
  /** Whether the prompt shows the code. */
  readonly includeCode: boolean;
}
