import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DataFileError } from '../errors/data-file-error.js';
import { parseJson } from '../values/parse-json.js';

/**
 * Reads a file of JSON lines row by row, without holding more than one. Numbers are kept exact;
 * empty lines are passed over.
 *
 * @typeParam T - What the rows are; it is not checked.
 * @throws DataFileError naming file and line when a line is not JSON or the file cannot be read.
 */
export async function* readJsonl<T = unknown>(file: string): AsyncGenerator<T, void, undefined> {
  const input = createReadStream(file, 'utf8');
  // Without this, an error of the stream would go unheard until the first line is asked for.
  const opened = new Promise<void>((resolve, reject) =>
    input.once('open', () => resolve()).once('error', reject),
  );
  await opened.catch((cause: unknown) => {
    throw new DataFileError(file, 1, `cannot be read (${(cause as Error).message})`, { cause });
  });
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text.trim() === '') continue;
      yield readLine(file, line, line === 1 ? text.replace(/^\uFEFF/, '') : text) as T;
    }
  } finally {
    input.destroy();
  }
}

function readLine(file: string, line: number, text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new DataFileError(file, line, (cause as Error).message, { cause });
  }
}
