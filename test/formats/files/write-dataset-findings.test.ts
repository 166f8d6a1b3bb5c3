import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetWriteError } from '../../../src/errors/dataset-write-error.js';
import { writeDataset } from '../../../src/formats/files/write-dataset.js';
import type { RowFormat } from '../../../src/formats/row-format.js';
import { many, type PlainRow, plainFormat, readLines } from '../support/datasets.js';

let parent: string;
let directory: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'codeio-findings-'));
  directory = join(parent, 'dataset');
});
afterEach(() => rm(parent, { recursive: true }));

const strict: RowFormat<PlainRow> = {
  ...plainFormat,
  checks: {
    check: ({ id }, report) => {
      if (id === 'function-3') report({ rule: 'no-threes', field: 'id', problem: 'it is a three' });
    },
  },
};

describe('the check of the rows that are written', () => {
  it('keeps the directory as it was when there are errors, and names them', async () => {
    const writing = writeDataset(many(5), { directory, formats: { strict }, splits: { test: 0 } });
    const error: DatasetWriteError = await writing.then(
      () => expect.unreachable(),
      (thrown) => thrown,
    );
    expect(error.problem).toBe('invalid-rows');
    expect(error.message).toBe(
      `${directory}: not written, its rows have 1 errors, the first: strict/train, row 4, id: it is a three`,
    );
    expect(error.findings).toMatchObject([{ file: 'strict/train', row: 4, rule: 'no-threes' }]);
    expect(await readdir(parent)).toEqual([]);
  });

  it('lets them pass when that is asked for, and tells them in the result and the card', async () => {
    const { configs } = await writeDataset(many(5), {
      directory,
      formats: { strict },
      splits: { test: 0 },
      allowFindings: true,
    });
    expect(configs.strict?.rows).toBe(5);
    expect(configs.strict?.splits.train?.report).toMatchObject({ isValid: false, errors: 1 });
    const card = await readFile(join(directory, 'README.md'), 'utf8');
    expect(card).toContain('| `strict/train` | no-threes | error | 1 |');
  });

  it('takes a value of another type for an error, and such a row is never written', async () => {
    const wrong = {
      ...plainFormat,
      toRows: (conversations) =>
        plainFormat.toRows(conversations).map((row) => ({
          ...row,
          turns: row.id === 'function-2' ? 'two' : row.turns,
        })),
    } as RowFormat<PlainRow>;
    const options = { directory, formats: { wrong }, splits: { test: 0 } };
    await expect(writeDataset(many(4), options)).rejects.toThrow('wrong/train, row 3, turns: ');
    const { configs } = await writeDataset(many(4), { ...options, allowFindings: true });
    expect(configs.wrong?.skipped).toEqual([
      { name: '`turns` must be a whole number of 64 bits, it is of type string', count: 1 },
    ]);
    const lines = await readLines(join(directory, 'wrong/train-00000-of-00001.jsonl'));
    expect(lines.map(({ id }) => id)).toEqual(['function-0', 'function-1', 'function-3']);
  });

  it('wants the minimum of rows for training alone', async () => {
    const formats = { plain: { ...plainFormat, checks: { minimumRows: 10 } } };
    const base = { directory, formats, splits: { test: 0.2 } };
    await expect(writeDataset(many(8), base)).rejects.toThrow('plain/train');
    const { configs } = await writeDataset(many(20), base);
    expect(configs.plain?.splits.test?.rows).toBeLessThan(10);
  });

  it('counts tokens when it is told how', async () => {
    const { configs } = await writeDataset(many(4), {
      directory,
      formats: { plain: plainFormat },
      splits: { test: 0 },
      validation: { countTokens: (text) => text.length, maxTokens: 1000 },
    });
    expect(configs.plain?.splits.train?.report.tokens).toBeDefined();
  });
});
