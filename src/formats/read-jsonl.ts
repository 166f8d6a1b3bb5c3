import { createReadStream } from 'node:fs';
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
  let line = 0;
  for await (const text of readLines(file)) {
    line++;
    if (text.trim() !== '') yield readLine(file, line, text) as T;
  }
}

/** Splits at line feeds alone: `node:readline` takes other characters, which JSON allows in strings, for line ends. */
async function* readLines(file: string): AsyncGenerator<string> {
  const parts: string[] = [];
  let isStart = true;
  try {
    for await (const chunk of createReadStream(file, 'utf8')) {
      const pieces = (isStart ? String(chunk).replace(/^\uFEFF/, '') : String(chunk)).split('\n');
      isStart = false;
      for (const [index, piece] of pieces.entries()) {
        parts.push(piece);
        if (index < pieces.length - 1) yield parts.splice(0).join('');
      }
    }
  } catch (cause) {
    throw new DataFileError(file, 1, `cannot be read (${(cause as Error).message})`, { cause });
  }
  if (parts.length > 0) yield parts.join('');
}

function readLine(file: string, line: number, text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new DataFileError(file, line, (cause as Error).message, { cause });
  }
}
