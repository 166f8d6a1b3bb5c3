import { type FileHandle, open } from 'node:fs/promises';
import { JournalError } from '../errors/journal-error.js';
import { headerStep } from './journal.js';
import { decodeHead, isWhole, type LineHead } from './journal-line.js';

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
 * @throws JournalError for a line in the middle that is not whole, and for a file that is no journal.
 */
export async function scanJournal(
  file: string,
  onLine: (line: ScannedLine, number: number) => void,
  signal?: AbortSignal,
): Promise<ScanEnd> {
  const handle = await open(file, 'r');
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
  let buffer = Buffer.allocUnsafe(chunkBytes);
  let filled = 0;
  /** Where the buffer begins in the file. */
  let base = 0;
  let number = 0;
  let bad: { number: number; offset: number } | undefined;
  for (;;) {
    signal?.throwIfAborted();
    if (filled === buffer.length) {
      buffer = Buffer.concat([buffer], buffer.length * 2);
    }
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, base + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
    let start = 0;
    for (;;) {
      const end = buffer.indexOf(lineFeed, start);
      if (end < 0 || end >= filled) break;
      number++;
      // Only the last line may be torn: one that is followed by another has been damaged.
      if (bad !== undefined) throw damaged(file, bad);
      const bytes = buffer.subarray(start, end);
      const head = isWhole(bytes) ? decodeHead(bytes) : undefined;
      if (head === undefined) bad = { number, offset: base + start };
      else if (number === 1 && head.step !== headerStep) throw notAJournal(file);
      else onLine({ ...head, offset: base + start, bytes }, number);
      start = end + 1;
    }
    buffer.copyWithin(0, start, filled);
    base += start;
    filled -= start;
  }
  const end = bad?.offset ?? base;
  if (end === 0 && !isTornHeader(buffer.subarray(0, filled), number)) throw notAJournal(file);
  return { end };
}

/** A file without any whole line is a journal only as far as its beginning is that of one. */
function isTornHeader(rest: Buffer, lines: number): boolean {
  const start = '{"crc":"';
  return lines === 0 && start.startsWith(rest.toString('latin1', 0, start.length));
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
