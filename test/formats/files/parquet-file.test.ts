import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Columns, ColumnType } from '../../../src/formats/columns.js';
import { createRowFitter, type TypedRow } from '../../../src/formats/files/fit-row.js';
import { openParquetFile } from '../../../src/formats/files/parquet-file.js';
import { readParquet } from '../support/datasets.js';

let directory: string;
let files = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-parquet-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function write(columns: Columns, rows: readonly object[], groups = 1): Promise<string> {
  const path = join(directory, `${files++}.parquet`);
  const fitRow = createRowFitter(columns);
  const file = await openParquetFile(path, columns);
  for (const row of rows) {
    const fitted = fitRow(row);
    if (fitted.status !== 'fits') throw new Error(fitted.problem);
    await file.add({ line: '', typed: fitted.row, typedBytes: fitted.bytes * groups });
  }
  expect(await file.finish()).toBe((await stat(path)).size);
  return path;
}

const scalar = fc.constantFrom<ColumnType>('string', 'bool', 'int64', 'float64');
const { type } = fc.letrec<{ type: ColumnType; columns: Columns }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.record({ list: tie('type') }),
    fc.record({ struct: tie('columns') }),
  ),
  columns: fc.dictionary(fc.constantFrom('a', 'b', 'list', 'element', 'on'), tie('type'), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
}));
const columnsOf = fc.dictionary(fc.constantFrom('id', 'text', 'item.x', 'né'), type, {
  minKeys: 1,
  noNullPrototype: true,
});

function cells(columnType: ColumnType): fc.Arbitrary<unknown> {
  switch (columnType) {
    case 'string':
      return fc.option(fc.string({ unit: 'binary' }));
    case 'bool':
      return fc.option(fc.boolean());
    case 'int64':
      return fc.option(fc.maxSafeInteger());
    case 'float64':
      return fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
  }
  return fc.option(
    'list' in columnType
      ? fc.array(cells(columnType.list), { maxLength: 4 })
      : rowOf(columnType.struct),
  );
}

function rowOf(columns: Columns): fc.Arbitrary<object> {
  const fields = Object.entries(columns).map(([name, columnType]) => [name, cells(columnType)]);
  return fc.record(Object.fromEntries(fields));
}

function typed(columns: Columns, row: object): TypedRow {
  const fitted = createRowFitter(columns)(row);
  if (fitted.status !== 'fits') throw new Error(fitted.problem);
  return fitted.row;
}

describe('openParquetFile', () => {
  it('carries any rows of any columns there and back', async () => {
    const cases = columnsOf.chain((columns) =>
      fc.record({
        columns: fc.constant(columns),
        rows: fc.array(rowOf(columns), { minLength: 1, maxLength: 6 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ columns, rows }) => {
        const back = await readParquet(await write(columns, rows));
        expect(back).toEqual(rows.map((row) => typed(columns, row)));
      }),
      { numRuns: 40 },
    );
  });

  it('writes a group of rows as soon as it is full, and the last one at the end', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => ({ id: index, text: null }));
    // Rows that claim to take 3 MB each: the limit is at 8.
    const path = await write({ id: 'int64', text: 'string' }, rows, 3_000_000 / 12);
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path));
    expect(metadata.row_groups.map((group) => Number(group.num_rows))).toEqual([3, 3, 3, 1]);
    expect((await readParquet(path)).map(({ id }) => id)).toEqual(rows.map(({ id }) => BigInt(id)));
  });

  it('declares lists in three levels, all of which may be null', async () => {
    const path = await write({ a: { list: { struct: { b: 'string' } } } }, [{ a: [{ b: 'c' }] }]);
    const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(path));
    const shown = schema.map((node) => [node.name, node.repetition_type, node.converted_type]);
    expect(shown.slice(1)).toEqual([
      ['a', 'OPTIONAL', 'LIST'],
      ['list', 'REPEATED', undefined],
      ['element', 'OPTIONAL', undefined],
      ['b', 'OPTIONAL', 'UTF8'],
    ]);
  });

  it('lets go of a file that is not finished', async () => {
    const path = join(directory, 'closed.parquet');
    const file = await openParquetFile(path, { a: 'string' });
    await file.close();
    await expect(file.finish()).rejects.toThrow();
  });
});
