import { join } from 'node:path';
import { optionError } from '../../errors/option-error.js';
import type { RowFormat } from '../row-format.js';
import { writeDurably } from './durable-files.js';
import type { WrittenConfig } from './written-dataset.js';

/** A companion file as it was written. */
export interface WrittenCompanion {
  /** Its path in the directory, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes the files that the trainer needs beside the rows. Where rows are there in both kinds,
 * trainers are pointed to the JSON lines, which all of them read.
 *
 * @throws TypeError for a file whose name is no plain name, or that of another file.
 */
export async function writeCompanions<Row extends object>(
  directory: string,
  name: string,
  format: RowFormat<Row>,
  splits: WrittenConfig['splits'],
): Promise<readonly WrittenCompanion[]> {
  const present = Object.entries(splits).filter(([, { rows }]) => rows > 0);
  const taken = new Set(present.flatMap(([, { files }]) => files.map(({ path }) => path)));
  const files = Object.fromEntries(
    present.map(([split, { files }]) => {
      const lines = files.filter(({ kind }) => kind === 'jsonl');
      return [split, (lines.length > 0 ? lines : files).map(({ path }) => path)];
    }),
  );
  const written: WrittenCompanion[] = [];
  for (const companion of format.companions?.({ name, files }) ?? []) {
    const path = `${name}/${companion.name}`;
    if (!/^\w[\w.-]*$/.test(companion.name) || taken.has(path)) {
      const option = `the name of a companion file of ${format.title}`;
      throw optionError(option, 'a plain file name that is not taken', companion.name);
    }
    taken.add(path);
    await writeDurably(join(directory, path), companion.text);
    written.push({ path, bytes: Buffer.byteLength(companion.text) });
  }
  return written;
}
