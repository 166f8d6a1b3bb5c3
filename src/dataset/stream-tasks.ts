import type { CodeFunction } from '../core/code-function.js';
import type { FunctionPairs } from '../core/function-pairs.js';
import type { IOPair } from '../core/io-pair.js';
import type { Task } from '../core/task.js';
import { optionError } from '../errors/option-error.js';
import { type CollectPairsOptions, collectPairs } from '../functions/collect-pairs.js';
import { type CreateTasksOptions, createTasks } from '../functions/create-tasks.js';
import type { Items } from '../values/items.js';

/** What a dataset can be made of. */
export type DatasetItem = Task | FunctionPairs | CodeFunction;

/** How tasks are made of functions and pairs. */
export interface StreamTasksOptions {
  readonly pairs: CollectPairsOptions;
  readonly tasks?: CreateTasksOptions | undefined;
  /** Told of each function that gives no pair. */
  readonly onWithoutPairs?: ((fn: CodeFunction) => void) | undefined;
}

/** Makes tasks of whatever comes: pairs are collected for functions, tasks made of pairs. */
export async function* streamTasks(
  items: Items<DatasetItem>,
  options: StreamTasksOptions,
): AsyncGenerator<Task, void, undefined> {
  let position = 0;
  for await (const item of items) {
    if (isTask(item)) yield item;
    else yield* createTasks(...(await withPairs(item, position, options)), options.tasks);
    position++;
  }
}

async function withPairs(
  item: FunctionPairs | CodeFunction,
  position: number,
  options: StreamTasksOptions,
): Promise<[CodeFunction, readonly IOPair[]]> {
  const isFunction = isCodeFunction(item);
  const fn = isFunction ? item : item?.function;
  if (!isCodeFunction(fn)) {
    throw optionError(`source[${position}]`, 'a function, a function with pairs or a task', item);
  }
  const pairs = isFunction ? (await collectPairs(fn, options.pairs)).pairs : item.pairs;
  if (pairs.length === 0) options.onWithoutPairs?.(fn);
  return [fn, pairs];
}

function isTask(item: DatasetItem): item is Task {
  return typeof item === 'object' && item !== null && 'direction' in item && 'pair' in item;
}

function isCodeFunction(item: unknown): item is CodeFunction {
  return typeof item === 'object' && item !== null && 'entrypoint' in item && 'code' in item;
}
