import { type FileHandle, open } from 'node:fs/promises';
import { JournalError } from '../errors/journal-error.js';
import { headerStep } from './journal.js';
import {
  decodeHead,
  hasLostLineFeed,
  isWhole,
  type LineHead,
  mayBeginLine,
} from './journal-line.js';

const chunkBytes = 4 << 20;
const lineFeed = 10;

/** One whole line of a journal. */
export interface ScannedLine extends LineHead {
  readonly offset: number;
  /** The line without its line feed; valid until the next one is asked for. */
  readonly bytes: Buffer;
}

/** Where the whole lines of a journal end. */
export interface ScanEnd {
  readonly end: number;
}

/**
 * Goes through a journal line by line. What follows the last whole line, as a crash leaves it, is
 * passed over.
 *
 * @throws JournalError for a line in the middle that is not whole, for a file that is no journal, and
 * for one that cannot be read.
 */
export async function scanJournal(
  file: string,
  onLine: (line: ScannedLine, number: number) => void,
  signal?: AbortSignal,
): Promise<ScanEnd> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  try {
    return await scanLines(handle, file, onLine, signal);
  } finally {
    await handle.close();
  }
}

async function scanLines(
  handle: FileHandle,
  file: string,
  onLine: (line: ScannedLine, number: number) => void,
  signal: AbortSignal | undefined,
): Promise<ScanEnd> {
  let buffer: Buffer = Buffer.allocUnsafe(chunkBytes);
  let filled = 0;
  /** Where the buffer begins in the file. */
  let base = 0;
  let number = 0;
  const fill = async (): Promise<boolean> => {
    signal?.throwIfAborted();
    if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const { bytesRead } = await handle
      .read(buffer, filled, buffer.length - filled, base + filled)
      .catch((cause: unknown) => {
        throw unreadable(file, cause);
      });
    filled += bytesRead;
    return bytesRead > 0;
  };
  while (await fill()) {
    if (base === 0 && !mayBeginLine(buffer.subarray(0, filled))) throw notAJournal(file);
    let start = 0;
    for (;;) {
      const end = buffer.indexOf(lineFeed, start);
      if (end < 0 || end >= filled) break;
      number++;
      const offset = base + start;
      const bytes = buffer.subarray(start, end);
      const head = isWhole(bytes) ? decodeHead(bytes) : undefined;
      if (head === undefined) {
        // Only the last line may be torn: one that is followed by anything has been damaged.
        if (end + 1 < filled || (await fill()) || hasLostLineFeed(buffer.subarray(start, end))) {
          throw damaged(file, { number, offset });
        }
        if (number === 1) throw notAJournal(file);
        return { end: offset };
      }
      if (number === 1 && head.step !== headerStep) throw notAJournal(file);
      const { key, step, previous, meta } = head;
      onLine({ key, step, previous, meta, offset, bytes }, number);
      start = end + 1;
    }
    buffer.copyWithin(0, start, filled);
    base += start;
    filled -= start;
  }
  if (hasLostLineFeed(buffer.subarray(0, filled))) {
    throw damaged(file, { number: number + 1, offset: base });
  }
  return { end: base };
}

function damaged(
  file: string,
  { number, offset }: { number: number; offset: number },
): JournalError {
  return new JournalError(
    file,
    `the line at byte ${offset} is damaged, and lines follow it. Nothing was changed. Restore the file from a copy, or delete that line and every later one to have their tasks done again`,
    { line: number },
  );
}

function notAJournal(file: string): JournalError {
  return new JournalError(file, 'is not a journal of this library, and was not touched', {
    line: 1,
  });
}

function unreadable(file: string, cause: unknown): JournalError {
  return new JournalError(file, `cannot be read (${(cause as Error).message})`, { cause });
}
