import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  JournalRecord,
  JournalStep,
  OpenJournalOptions,
} from '../../../src/journal/journal.js';
import { openJournal } from '../../../src/journal/open-journal.js';
import { readJournal } from '../../../src/journal/read-journal.js';

/** A folder that is gone when it goes out of scope. */
export async function createFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'codeio-journal-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** What a journal of these tests is opened with. */
export function keeping(file: string, more: Partial<OpenJournalOptions> = {}): OpenJournalOptions {
  return { file, header: { about: 'a test' }, onHeader: () => 'keep', ...more };
}

/** Opens a journal, adds steps, and closes it. */
export async function writeSteps(
  file: string,
  steps: readonly JournalStep[],
  more: Partial<OpenJournalOptions> = {},
): Promise<void> {
  await using journal = await openJournal(keeping(file, more));
  await Promise.all(steps.map((step) => journal.append(step)));
}

/** All steps of a journal. */
export async function readAll(file: string): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = [];
  for await (const record of readJournal(file)) records.push(record);
  return records;
}

/** A few steps of two tasks, one after the other. */
export const fewSteps: readonly JournalStep[] = [
  { key: 'one#0', step: 'prediction', data: { text: 'a "quoted" é\n' }, meta: [1, 20, null, 'x'] },
  { key: 'two#0', step: 'prediction', data: { text: 'b' }, meta: [1, 30, 5, 0] },
  { key: 'one#0', step: 'verdict', data: { status: 'correct' } },
];
