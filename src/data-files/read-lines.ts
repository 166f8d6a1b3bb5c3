import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DataFileError } from '../errors/data-file-error.js';

/** A line of a file: its text, or why it has none. */
export type FileLine = { readonly text: string } | { readonly problem: string };

const lineFeed = 0x0a;
const byteOrderMark = '\uFEFF';

/** Longer lines are passed over instead of held. */
const mostBytes = 2 ** 28;

/**
 * Reads the lines of a file, also of one whose name ends in `.gz`. A line that is not UTF-8, or
 * longer than 256 MiB, comes as a problem and does not end it.
 *
 * @throws DataFileError naming file and line when the file cannot be read.
 */
export async function* readLines(file: string): AsyncGenerator<FileLine, void, undefined> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let line = 1;
  const take = (part: Uint8Array): void => {
    bytes += part.length;
    if (bytes > mostBytes) parts = [];
    else parts.push(part);
  };
  const finish = (): FileLine => {
    const read = bytes > mostBytes ? undefined : Buffer.concat(parts);
    [parts, bytes] = [[], 0];
    return read === undefined
      ? { problem: `the line is longer than ${mostBytes} bytes` }
      : decodeLine(read, line === 1);
  };
  try {
    for await (const chunk of openFile(file) as AsyncIterable<Uint8Array>) {
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
        take(chunk.subarray(start, end));
        yield finish();
        line++;
        start = end + 1;
      }
      if (start < chunk.length) take(chunk.subarray(start));
    }
  } catch (cause) {
    throw new DataFileError(file, line, `cannot be read (${(cause as Error).message})`, { cause });
  }
  if (bytes > 0) yield finish();
}

function openFile(file: string): Readable {
  const source = createReadStream(file);
  if (!file.endsWith('.gz')) return source;
  // An error of the source reaches whoever reads the unpacked bytes.
  return pipeline(source, createGunzip(), () => {});
}

function decodeLine(bytes: Uint8Array, isFirst: boolean): FileLine {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text: isFirst && text.startsWith(byteOrderMark) ? text.slice(1) : text };
  } catch {
    return { problem: 'the line is not UTF-8' };
  }
}
