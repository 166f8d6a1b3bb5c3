import type { JsonValue } from '../core/json-value.js';
import { readJournal } from '../journal/read-journal.js';
import type { FailedTask } from './failed-task.js';
import { outcomeOfStep } from './step-records.js';

/**
 * Reads from the journal of a run which tasks failed and are still failures: those that a later
 * attempt finished are left out. `retryFailures` of the journal's settings tries them again.
 *
 * @param file - The journal. It is only read, also while a run writes it.
 * @returns One row a task and sample, in the order in which they failed first.
 * @throws JournalError when the file is not a journal, or a line of it is corrupt.
 */
export async function readFailures(file: string): Promise<readonly FailedTask[]> {
  const failures = new Map<string, JsonValue>();
  for await (const { key, step, data, isCurrent } of readJournal(file)) {
    if (step === 'failure') failures.set(key, data);
    else if (isCurrent && outcomeOfStep(step) !== undefined) failures.delete(key);
  }
  return [...failures.values()] as unknown as readonly FailedTask[];
}
