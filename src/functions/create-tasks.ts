import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import { directions as allDirections, type Direction, type Task } from '../core/task.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { contentHash } from '../values/content-hash.js';

/** Which problems are made of a function. */
export interface CreateTasksOptions {
  /**
   * The sides to predict.
   * @defaultValue both: `['output', 'input']`
   */
  readonly directions?: readonly Direction[] | undefined;
  /**
   * How many of the pairs are used, from the first on.
   * @defaultValue all
   */
  readonly pairsPerFunction?: number | undefined;
  /**
   * Whether the prompts show the code.
   * @defaultValue true
   */
  readonly includeCode?: boolean | undefined;
}

/**
 * Makes the prediction problems of a function: for each pair one task a direction, pair by pair.
 * Their ids depend on their content alone.
 *
 * @throws TypeError naming an option that is out of range.
 */
export function createTasks(
  fn: CodeFunction,
  pairs: readonly IOPair[],
  options: CreateTasksOptions = {},
): Task[] {
  const { directions = allDirections, includeCode = true } = options;
  const limit = requireInteger('pairsPerFunction', options.pairsPerFunction ?? pairs.length, 0);
  for (const direction of directions) {
    if (allDirections.includes(direction)) continue;
    throw optionError('directions', "an array of 'input' and 'output'", direction);
  }
  return pairs.slice(0, limit).flatMap((pair) =>
    directions.map((direction) => {
      const { input, output } = pair;
      const id = contentHash({ function: fn.id, input, output, direction, includeCode });
      return { id, direction, function: fn, pair, includeCode };
    }),
  );
}
