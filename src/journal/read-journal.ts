import { createReadStream } from 'node:fs';
import { JournalError } from '../errors/journal-error.js';
import { headerStep, type JournalRecord } from './journal.js';
import { decodeData, decodeHead, isWhole } from './journal-line.js';
import { scanJournal } from './scan-journal.js';

/**
 * Reads all steps of a journal in their order. Takes no lock: a run may be writing it; what it adds
 * meanwhile is not read.
 *
 * @throws JournalError when the file is damaged, or no journal.
 */
export async function* readJournal(file: string): AsyncGenerator<JournalRecord, void, undefined> {
  let headerOffset = 0;
  const { end } = await scanJournal(file, ({ step, offset }) => {
    if (step === headerStep) headerOffset = offset;
  });
  let offset = 0;
  for await (const line of readLines(file, end)) {
    const head = isWhole(line) ? decodeHead(line) : undefined;
    if (head === undefined) {
      throw new JournalError(file, `the line at byte ${offset} has changed while it was read`);
    }
    if (head.step !== headerStep) {
      const { key, step } = head;
      yield { key, step, data: decodeData(line), isCurrent: offset >= headerOffset };
    }
    offset += line.length + 1;
  }
}

async function* readLines(file: string, end: number): AsyncGenerator<Buffer, void, undefined> {
  if (end === 0) return;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, {
    end: end - 1,
    highWaterMark: 1 << 20,
  })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let feed = bytes.indexOf(10); feed >= 0; feed = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, feed);
      start = feed + 1;
    }
    rest = bytes.subarray(start);
  }
}
