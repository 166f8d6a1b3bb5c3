import type { Conversation } from '../core/conversation.js';
import type { TokenUsage } from '../core/model-reply.js';
import type { Task } from '../core/task.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { RunStoppedError } from '../errors/run-stopped-error.js';
import { costOf } from '../spending/cost-of.js';
import { type MeanInterval, meanInterval } from '../spending/mean-interval.js';
import { type Items, requireItems } from '../values/items.js';
import { createRandom } from '../values/random.js';
import type { GenerateDatasetOptions } from './dataset-settings.js';
import { generateDataset } from './generate-dataset.js';
import type { RunSummary } from './run-summary.js';
import { type DatasetItem, streamTasks } from './stream-tasks.js';

/** How a run is estimated. */
export interface EstimateOptions extends GenerateDatasetOptions {
  /**
   * How many tasks are tried.
   * @defaultValue 50
   */
  readonly sampleSize?: number | undefined;
  /**
   * Decides which tasks are tried: same seed, same tasks.
   * @defaultValue 0
   */
  readonly sampleSeed?: number | undefined;
}

/** What a run is going to take. Intervals hold the true value in 95 of 100 such estimates. */
export interface Estimate {
  /** Tasks of the source, each times `samples`. */
  readonly tasks: number;
  /** How many of them were tried, and finished. */
  readonly sampled: number;
  /** Model calls of all tasks, retries not counted. */
  readonly calls: MeanInterval;
  /** Absent when the provider did not tell them for every call. */
  readonly inputTokens?: MeanInterval | undefined;
  readonly outputTokens?: MeanInterval | undefined;
  /** In the currency of the prices; absent without them, and when a call's usage is unknown. */
  readonly cost?: MeanInterval | undefined;
  /** How the preview ended: its accuracy, its failures, what it has cost. */
  readonly preview: RunSummary;
}

/**
 * Estimates what a run takes: runs a random sample of its tasks and scales it up. What tasks of the
 * sample took counts in full, also when it came from a cache or a journal. Give the same `journal`
 * as to the run, or a model that caches, and the run does not pay for the sample again.
 *
 * @param source - Read to its end, to draw the sample and to know how many tasks there are: pass a
 * new one to the run.
 * @throws RunStoppedError when no task of the sample could be finished.
 * @throws as `generateDataset`.
 */
export async function estimate(
  source: Items<DatasetItem>,
  options: EstimateOptions,
): Promise<Estimate> {
  requireItems('source', source);
  const sampleSize = requireInteger('sampleSize', options.sampleSize ?? 50, 2);
  const samples = requireInteger('samples', options.samples ?? 1, 1);
  const { tasks, count } = await drawTasks(source, sampleSize, options);
  if (count === 0) throw optionError('source', 'a source of at least one task', 'an empty one');

  const finished: Conversation[] = [];
  const { sampleSize: _size, sampleSeed: _seed, total: _total, ...settings } = options;
  const run = generateDataset(tasks, { ...settings, order: 'source' });
  for await (const conversation of run) finished.push(conversation);
  const preview = await run.result;
  if (finished.length === 0) {
    throw new RunStoppedError(`none of the ${tasks.length} tasks of the sample could be finished`);
  }

  const total = count * samples;
  const scale = (count: (usage: TokenUsage) => number | undefined): MeanInterval | undefined => {
    const sums = finished.map(({ turns }) =>
      turns.reduce<number | undefined>((sum, { prediction }) => {
        const part = count(prediction.usage);
        return sum === undefined || part === undefined ? undefined : sum + part;
      }, 0),
    );
    return sums.length > 0 && sums.every((sum) => sum !== undefined)
      ? meanInterval(sums, total)
      : undefined;
  };
  const { prices } = options;
  return {
    tasks: total,
    sampled: finished.length,
    calls: meanInterval(
      finished.map(({ turns }) => turns.length),
      total,
    ),
    inputTokens: scale(({ inputTokens }) => inputTokens),
    outputTokens: scale(({ outputTokens }) => outputTokens),
    cost: prices && scale((usage) => costOf(usage, prices)),
    preview,
  };
}

/** Draws tasks with equal chances while the source passes by (reservoir sampling). */
async function drawTasks(
  source: Items<DatasetItem>,
  sampleSize: number,
  { sampleSeed = 0, pairs, tasks: settings, sandbox }: EstimateOptions,
): Promise<{ tasks: readonly Task[]; count: number }> {
  const random = createRandom(sampleSeed);
  const tasks: Task[] = [];
  let count = 0;
  for await (const task of streamTasks(source, { pairs: { ...pairs, sandbox }, tasks: settings })) {
    count++;
    if (tasks.length < sampleSize) tasks.push(task);
    else {
      const place = Math.floor(random() * count);
      if (place < sampleSize) tasks[place] = task;
    }
  }
  return { tasks, count };
}
