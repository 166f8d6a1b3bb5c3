import type { Conversation } from '../core/conversation.js';
import type { Items } from '../values/items.js';
import type { GenerateDatasetOptions } from './dataset-settings.js';
import { runSource } from './run-source.js';
import type { RunSummary } from './run-summary.js';
import type { DatasetItem } from './stream-tasks.js';

/** A dataset in the making: loop over it once. */
export interface DatasetRun extends AsyncIterable<Conversation> {
  /** Where the run stands. */
  summary(): RunSummary;
  /** How the run ended, whichever way; settles with the loop and never rejects. */
  readonly result: Promise<RunSummary>;
}

/**
 * Makes a dataset: a revision conversation for every task of the source, many at a time. It begins
 * when it is looped over, reads no more of the source than it works on, and yields each conversation
 * when it is finished and, with a `journal`, on disk.
 *
 * With a journal the run can be killed at any moment. Run again with the same source and settings,
 * it yields what was finished, takes replies that were paid for from the file, and goes on. Settings
 * that decide the data must be the same; what only decides the speed may change.
 *
 * A task whose calls fail for good is a failure row (in the journal, and as event), not an exception:
 * see `readFailures`, and `retryFailures` of the journal. Calls are limited by one limiter per model,
 * adapted to what the provider takes. When the budget is used up the loop ends, and `result` says so.
 *
 * It is made of what a recipe of your own can be made of: `streamTasks`, `mapConcurrently`, `revise` with
 * a `predictor`, `limiterFor`, `createErrorRate`, `createBudget`, `openJournal`, `takeFingerprint`.
 *
 * @param source - Tasks, functions with pairs, or functions, as they come.
 * @throws the signal's reason after a stop by `signal`: everything that was finished has been yielded,
 * and is in the journal.
 * @throws RunStoppedError when nearly all calls fail.
 * @throws JournalMismatchError, JournalLockedError, JournalError when the journal cannot be used.
 * @throws TypeError for misuse.
 *
 * @example
 * ```ts
 * const run = generateDataset(readFunctions('functions'), { model, sandbox, journal: 'run.jsonl' });
 * await writeJsonl('conversations.jsonl', run);
 * console.log(await run.result);
 * ```
 */
export function generateDataset(
  source: Items<DatasetItem>,
  options: GenerateDatasetOptions,
): DatasetRun {
  const run = runSource(source, options, true);
  async function* conversations(
    results: ReturnType<typeof run.results>,
  ): AsyncGenerator<Conversation, void, undefined> {
    for await (const result of results) {
      if (result.status === 'conversation') yield result.conversation;
    }
  }
  return {
    summary: run.summary,
    result: run.result,
    [Symbol.asyncIterator]: () => conversations(run.results()),
  };
}
