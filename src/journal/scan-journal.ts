import type { FileHandle } from 'node:fs/promises';
import { JournalError } from '../errors/journal-error.js';
import { headerStep } from './journal.js';
import { decodeLine, hasLostLineFeed, type JournalLine, lineStart } from './journal-line.js';

const chunkBytes = 1 << 20;
const lineFeed = 10;

/**
 * Goes through a journal in its order, many lines at a time: they are valid until the next ones are
 * asked for. What follows the last whole line, as a crash leaves it, is passed over.
 *
 * @param file - Its name in errors.
 * @returns Where its whole lines end.
 * @throws JournalError for a line in the middle that is not whole, for a file that is no journal, and
 * for one that cannot be read.
 */
export async function* scanJournal(
  handle: Pick<FileHandle, 'read'>,
  file: string,
  signal?: AbortSignal,
): AsyncGenerator<readonly JournalLine[], number, undefined> {
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
      .catch((cause: Error) => {
        throw new JournalError(file, `cannot be read (${cause.message})`, { cause });
      });
    filled += bytesRead;
    return bytesRead > 0;
  };
  while (await fill()) {
    if (number === 0 && !mayBegin(buffer.subarray(0, filled))) throw foreign(file, buffer);
    const lines: JournalLine[] = [];
    let start = 0;
    for (;;) {
      const end = buffer.indexOf(lineFeed, start);
      if (end < 0 || end >= filled) break;
      number++;
      const offset = base + start;
      const line = decodeLine(buffer, start, end, offset);
      if (number === 1 && line?.step !== headerStep) throw foreign(file, buffer.subarray(0, end));
      if (line === undefined) {
        // Only the last line may be torn: one that is followed by anything has been damaged.
        const isLast = end + 1 === filled && !(await fill());
        if (isLast && !hasLostLineFeed(buffer.subarray(start, end), offset)) {
          if (lines.length > 0) yield lines;
          return offset;
        }
        throw damaged(file, number, offset);
      }
      lines.push(line);
      start = end + 1;
    }
    if (lines.length > 0) yield lines;
    buffer.copyWithin(0, start, filled);
    base += start;
    filled -= start;
  }
  if (hasLostLineFeed(buffer.subarray(0, filled), base)) throw damaged(file, number + 1, base);
  return base;
}

/**
 * Says whether a file that begins so may be a journal, or what a crash left of its first line: a part
 * of it, or the zeros that a file system puts where a loss of power kept the rest from the disk.
 */
function mayBegin(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, lineStart.length);
  return lineStart.startsWith(start.replace(/\0+$/, ''));
}

function damaged(file: string, line: number, offset: number): JournalError {
  return new JournalError(
    file,
    `the line at byte ${offset} is damaged, or lines before it were removed, added or put elsewhere; others follow it. Nothing was changed. Restore the file from a copy, or delete that line and every later one to have their tasks done again`,
    { line },
  );
}

/** Says why a file with this first line is refused. */
function foreign(file: string, line: Buffer): JournalError {
  return new JournalError(file, `${describeStart(line)}, and was not touched`, { line: 1 });
}

function describeStart(line: Buffer): string {
  const withoutReturn = line.length - 1;
  if (line[withoutReturn] === 13 && decodeLine(line, 0, withoutReturn, 0) !== undefined) {
    return 'is a journal whose line ends were changed to CRLF: change them back, or restore it';
  }
  const start = line.toString('utf8', 0, lineStart.length + 3);
  if (start === `\uFEFF${lineStart}`) {
    return 'is a journal with a byte order mark before it: remove that, or restore the file';
  }
  return start.startsWith(lineStart)
    ? 'is not a journal of this library, or one with a damaged first line'
    : 'is not a journal of this library';
}
