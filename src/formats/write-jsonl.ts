import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringifyJson } from '../values/stringify-json.js';

/**
 * Writes rows as JSON lines, one object a line, numbers exact. Streams with back-pressure. The
 * file appears when it is complete: a crash leaves the old one or none.
 *
 * @param file - The path; missing folders are made.
 * @param rows - Rows, as they come.
 * @returns How many rows were written.
 * @throws TypeError for a row that JSON cannot carry, naming row and path.
 */
export async function writeJsonl(
  file: string,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const row of rows) {
      count++;
      yield `${stringifyRow(row, count)}\n`;
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(draft));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return count;
}

function stringifyRow(row: unknown, number: number): string {
  try {
    return stringifyJson(row);
  } catch (cause) {
    throw new TypeError(`row ${number}: ${(cause as Error).message}`, { cause });
  }
}
