import type { PlannedPrediction } from '../core/planned-prediction.js';
import { optionError } from '../errors/option-error.js';
import type { Items } from '../values/items.js';
import type { GenerateDatasetOptions } from './dataset-settings.js';
import { runSource } from './run-source.js';
import type { RunSummary } from './run-summary.js';
import type { DatasetItem } from './stream-tasks.js';

/** The calls of the next phase of a run, in the making: loop over it once. */
export interface BatchPlan extends AsyncIterable<PlannedPrediction> {
  /** How the planning ended: `pending` tasks need a reply, the others are finished. Never rejects. */
  readonly result: Promise<RunSummary>;
}

/**
 * Plans the model calls that a dataset needs next, without making them: turn 1 of every task at
 * first, and once replies have come in (`acceptBatch`), turn 2 of those whose first prediction was
 * wrong. Replies are verified on the way, and what is finished goes to the journal. Requests whose
 * reply never came are planned again, those that failed when `retryFailures` is set.
 *
 * @param source - The same as to `generateDataset`, in every phase.
 * @param options - The same as to `generateDataset`. A journal is needed: it is what the phases share.
 * @throws as `generateDataset`.
 *
 * @example
 * ```ts
 * await writeJsonl('turn-1.jsonl', toBatchRequests(planBatch(tasks, recipe), { modelId: 'gpt-5-mini' }));
 * // … a day later
 * await acceptBatch(readJsonl('turn-1-answers.jsonl'), recipe);
 * await writeJsonl('turn-2.jsonl', toBatchRequests(planBatch(tasks, recipe), { modelId: 'gpt-5-mini' }));
 * ```
 */
export function planBatch(source: Items<DatasetItem>, options: GenerateDatasetOptions): BatchPlan {
  if (options.journal === undefined) {
    throw optionError('journal', 'given, to keep what happens between the phases', undefined);
  }
  const run = runSource(source, options, false);
  async function* planned(
    results: ReturnType<typeof run.results>,
  ): AsyncGenerator<PlannedPrediction, void, undefined> {
    for await (const result of results) if (result.status === 'planned') yield result.planned;
  }
  return { result: run.result, [Symbol.asyncIterator]: () => planned(run.results()) };
}
