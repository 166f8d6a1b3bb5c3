import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DataFileError } from '../errors/data-file-error.js';

/**
 * Reads the lines of a text file, without holding more than one and a chunk. A file whose name
 * ends in `.gz` is unpacked on the way. Lines end at line feeds alone: `node:readline` takes other
 * characters, which JSON allows in strings, for line ends.
 *
 * @throws DataFileError naming the file and the line that was being read.
 */
export async function* readLines(file: string): AsyncGenerator<string, void, undefined> {
  const parts: string[] = [];
  let line = 1;
  let isStart = true;
  try {
    for await (const chunk of openText(file)) {
      const text = isStart ? String(chunk).replace(/^\uFEFF/, '') : String(chunk);
      isStart = false;
      let from = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        parts.push(text.slice(from, end));
        from = end + 1;
        yield parts.splice(0).join('');
        line++;
      }
      parts.push(text.slice(from));
    }
  } catch (cause) {
    throw new DataFileError(file, line, `cannot be read (${(cause as Error).message})`, { cause });
  }
  const rest = parts.join('');
  if (rest !== '') yield rest;
}

function openText(file: string): AsyncIterable<unknown> {
  const source = createReadStream(file);
  if (!file.endsWith('.gz')) return source.setEncoding('utf8');
  // What fails on the way fails the reading of the last stream, so there is nothing else to do.
  return pipeline(source, createGunzip(), () => {}).setEncoding('utf8');
}
