import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataFile } from '../../src/data-files/read-data-file.js';
import { DataFileError } from '../../src/index.js';
import { collect } from '../support/collect.js';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-data-'));
  file = join(directory, 'rows.jsonl');
  await writeFile(file, '[1,"a",2]\n"b"\n["c"]\n[3]\n');
});
afterEach(() => rm(directory, { recursive: true }));

/** Reads lists, and leaves out of them what is no number. */
function readNumbers(row: unknown, report: (problem: string) => void): readonly number[] {
  if (!Array.isArray(row)) throw new TypeError('no list');
  return row.filter((item, index): item is number => {
    if (typeof item !== 'number') report(`[${index}]: no number`);
    return typeof item === 'number';
  });
}

describe('readDataFile', () => {
  it('tells of rows and parts of rows that are left out, in order, and reads on', async () => {
    const seen: unknown[] = [];
    const onProblem = (error: DataFileError): void => {
      seen.push([error.line, error.message]);
    };
    for await (const row of readDataFile(file, readNumbers, { onProblem })) seen.push(row);
    expect(seen).toEqual([
      [1, `${file}:1: [1]: no number`],
      [1, 2],
      [2, `${file}:2: no list`],
      [3, `${file}:3: [0]: no number`],
      [],
      [3],
    ]);
  });

  it('throws at the first of them when nobody asks, with the cause where there is one', async () => {
    const reading = collect(readDataFile(file, readNumbers));
    await expect(reading).rejects.toThrow(DataFileError);
    await expect(reading).rejects.toThrow(`${file}:1: [1]: no number`);
    await writeFile(file, '5');
    await expect(collect(readDataFile(file, readNumbers))).rejects.toMatchObject({
      line: 1,
      cause: expect.any(TypeError),
    });
  });
});
