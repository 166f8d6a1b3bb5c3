import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Columns, ColumnType } from '../../../src/formats/columns.js';
import { validateRows } from '../../../src/formats/validation/validate-rows.js';
import { exactNumber } from '../../../src/index.js';
import { places } from './support/places.js';
import { columnsAndRows, mutate } from './support/random-rows.js';

async function accepts(type: ColumnType, value: unknown): Promise<boolean> {
  return (await validateRows([{ value }], { columns: { value: type } })).isValid;
}

describe('the types of columns', () => {
  it.each<[ColumnType, unknown, boolean]>([
    ['int64', 0, true],
    ['int64', -(2 ** 63), true],
    ['int64', 2 ** 63, false],
    ['int64', exactNumber('9223372036854775807'), true],
    ['int64', exactNumber('9223372036854775808'), false],
    ['int64', exactNumber('-9223372036854775808'), true],
    ['int64', exactNumber('1.0'), false],
    ['int64', exactNumber('1e3'), false],
    ['int64', 1.5, false],
    ['int64', '1', false],
    ['int64', true, false],
    ['float64', 1, true],
    ['float64', -0.5, true],
    ['float64', exactNumber('1.0'), true],
    ['float64', exactNumber('1e400'), false],
    ['float64', exactNumber('NaN'), false],
    ['float64', Number.NaN, false],
    ['float64', '0.5', false],
    ['bool', false, true],
    ['bool', 0, false],
    ['bool', 'true', false],
    ['string', '', true],
    ['string', 1, false],
    ['string', exactNumber('1.0'), false],
    ['string', ['a'], false],
    [{ list: 'string' }, [], true],
    [{ list: 'string' }, [null, 'a'], true],
    [{ list: 'string' }, 'a', false],
    [{ list: 'string' }, { 0: 'a', length: 1 }, false],
    [{ struct: { a: 'bool' } }, { a: true }, true],
    [{ struct: { a: 'bool' } }, {}, true],
    [{ struct: { a: 'bool' } }, [true], false],
    [{ struct: { a: 'bool' } }, { a: true, b: true }, false],
    [{ struct: { a: 'bool' } }, exactNumber('1.0'), false],
  ])('%j: %j is accepted: %s', async (type, value, isAccepted) => {
    expect(await accepts(type, value)).toBe(isAccepted);
  });

  it('are told with the path of a value and with what came', async () => {
    const columns: Columns = {
      messages: { list: { struct: { role: 'string', weight: 'int64' } } },
      'a key': { struct: { 'b.c': 'bool' } },
    };
    const messages = [{ role: 'user', weight: null }, null, { role: 'assistant', weight: 0.5 }];
    const { findings } = await validateRows([{ messages, 'a key': { 'b.c': 'yes' } }], { columns });
    expect(findings).toEqual([
      {
        severity: 'error',
        rule: 'column-type',
        row: 1,
        field: 'messages[2].weight',
        problem: 'expected an integer of 64 bits, got 0.5',
      },
      {
        severity: 'error',
        rule: 'column-type',
        row: 1,
        field: '["a key"]["b.c"]',
        problem: 'expected true or false, got "yes"',
      },
    ]);
  });

  it('accept whatever rows are made from them', async () => {
    await fc.assert(
      fc.asyncProperty(columnsAndRows, async ({ columns, rows }) => {
        expect((await validateRows(rows, { columns })).errors).toBe(0);
      }),
    );
  });

  it('tell of one value of another type at its place, and of nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(columnsAndRows, fc.nat(), async ({ columns, rows }, choice) => {
        const { rows: broken, expected } = mutate(columns, rows, choice);
        const report = await validateRows(broken, { columns });
        const errors = report.findings.filter(({ severity }) => severity === 'error');
        expect(places({ ...report, findings: errors })).toEqual(expected);
      }),
    );
  });
});
