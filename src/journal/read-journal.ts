import { open } from 'node:fs/promises';
import { JournalError } from '../errors/journal-error.js';
import { headerStep, type JournalRecord } from './journal.js';
import { dataOf } from './journal-line.js';
import { scanJournal } from './scan-journal.js';

/**
 * Reads all steps of a journal in their order. Takes no lock: a run may be writing it; what it adds
 * meanwhile is not read.
 *
 * @throws JournalError when the file is damaged, no journal, or cannot be read.
 */
export async function* readJournal(file: string): AsyncGenerator<JournalRecord, void, undefined> {
  const handle = await open(file, 'r').catch((cause: Error) => {
    throw new JournalError(file, `cannot be read (${cause.message})`, { cause });
  });
  try {
    // Which steps are current depends on the last header: the file is gone through twice.
    let headerOffset = 0;
    let last = -1;
    for await (const lines of scanJournal(handle, file)) {
      for (const { step, offset } of lines) {
        if (step === headerStep) headerOffset = offset;
        last = offset;
      }
    }
    for await (const lines of scanJournal(handle, file)) {
      for (const line of lines) {
        const { key, step, offset } = line;
        if (offset > last) return;
        if (step === headerStep) continue;
        yield { key, step, data: dataOf(line), isCurrent: offset >= headerOffset };
      }
    }
  } finally {
    await handle.close();
  }
}
