import type { FileHandle } from 'node:fs/promises';
import type { JsonObject } from '../core/json-value.js';
import { JournalError } from '../errors/journal-error.js';
import { headerStep, type OpenJournalOptions } from './journal.js';
import { dataOf, metaOf } from './journal-line.js';
import { createKeyTable, type KeyTable } from './key-table.js';
import { scanJournal } from './scan-journal.js';
import { createStepNames, type StepNames } from './step-names.js';

/** What opening a journal has found in it. */
export interface JournalContents {
  readonly table: KeyTable;
  readonly names: StepNames;
  /** Where its whole lines end. */
  readonly end: number;
  /** The last header, and where it begins. */
  readonly header: { readonly data: JsonObject; readonly offset: number } | undefined;
}

/**
 * Reads a journal from its first line to its last.
 *
 * @throws JournalError when it is damaged, or no journal.
 */
export async function readContents(
  handle: Pick<FileHandle, 'read'>,
  { file, onLine, signal }: Pick<OpenJournalOptions, 'file' | 'onLine' | 'signal'>,
): Promise<JournalContents> {
  const table = createKeyTable();
  const names = createStepNames();
  let header: JournalContents['header'];
  let number = 0;
  const chunks = scanJournal(handle, file, signal);
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return { table, names, end: value, header };
    for (const line of value) {
      const { key, step, offset, previous } = line;
      number++;
      if (step === headerStep) {
        header = { data: dataOf(line) as JsonObject, offset };
        continue;
      }
      if (table.setLast(key, offset, names.codeOf(step)) !== previous) {
        const problem = `the line at byte ${offset} does not follow the one that it names`;
        throw new JournalError(file, problem, { line: number });
      }
      onLine?.({ key, step, meta: metaOf(line) });
    }
  }
}
