import { describe, expect, it } from 'vitest';
import { createRowValidator } from '../../../src/formats/validation/create-row-validator.js';
import { validateRows } from '../../../src/formats/validation/validate-rows.js';
import type { RowValidatorOptions } from '../../../src/formats/validation/validation-settings.js';
import { exactNumber } from '../../../src/index.js';
import { places } from './support/places.js';

const columns = { text: 'string', size: 'int64' } as const;

function validate(rows: readonly unknown[], options: Partial<RowValidatorOptions> = {}) {
  return validateRows(rows, { columns, ...options });
}

describe('validateRows', () => {
  it('accepts rows that have exactly the columns, null where there is no value', async () => {
    expect(
      await validate([
        { text: 'a', size: 1 },
        { size: null, text: null },
      ]),
    ).toEqual({
      rows: 2,
      isValid: true,
      errors: 0,
      warnings: 0,
      counts: [],
      findings: [],
    });
  });

  it('tells of rows that are no objects', async () => {
    const report = await validate(['a', null, [1], 3, exactNumber('1.0'), undefined]);
    expect(report.counts).toEqual([{ severity: 'error', rule: 'not-an-object', count: 6 }]);
    expect(report.findings[2]).toMatchObject({
      row: 3,
      problem: 'expected an object, got a list of 1',
    });
    expect(report).toMatchObject({ rows: 6, isValid: false });
  });

  it('tells of columns that are missing or unknown, those of the prototype included', async () => {
    const report = await validate([
      { text: 'a' },
      { text: 'a', size: undefined },
      { text: 'a', size: 1, more: null },
      JSON.parse('{"text": "a", "size": 1, "__proto__": 1}'),
    ]);
    expect(places(report)).toEqual([
      '1 size missing-column',
      '2 size missing-column',
      '3 more unknown-column',
      '4 __proto__ unknown-column',
    ]);
  });

  it('tells of what JSON or UTF-8 cannot carry', async () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    const hole = new Array(1);
    const report = await validateRows(
      [{ a: ['\uD83D'] }, { a: ['\u{1F389}'] }, { a: hole }, { a: cycle }, { a: [() => 1] }],
      { columns: { a: { list: 'string' } } },
    );
    expect(places(report)).toEqual([
      '1 a[0] broken-text',
      '3 - not-json',
      '4 a[0] column-type',
      '5 a[0] column-type',
    ]);
  });

  it('warns of equal rows, whatever the order of their keys, and names the first', async () => {
    const rows = [
      { text: 'a', size: 1 },
      { text: 'b', size: 1 },
      { size: 1, text: 'a' },
      { text: 'a', size: 1 },
      { text: 'a', size: 2 },
    ];
    const report = await validate(rows);
    expect(report.isValid).toBe(true);
    expect(report.findings).toMatchObject([
      { row: 3, severity: 'warning', rule: 'duplicate', problem: 'the same as row 1' },
      { row: 4, rule: 'duplicate', problem: 'the same as row 1' },
    ]);
  });

  it('tells of too few rows, and warns of none at all', async () => {
    const one = [{ text: 'a', size: 1 }];
    expect((await validate(one, { checks: { minimumRows: 2 } })).findings).toEqual([
      { severity: 'error', rule: 'too-few-rows', problem: '1 row, expected at least 2' },
    ]);
    expect((await validate(one, { checks: { minimumRows: 1 } })).findings).toEqual([]);
    expect(await validate([])).toMatchObject({ isValid: true, warnings: 1 });
  });

  it('hands rows whose types are right to the checks of the format, and no others', async () => {
    const seen: unknown[] = [];
    const report = await validate(
      [
        { text: 'a', size: 'b' },
        { text: 'a', size: 1 },
      ],
      {
        checks: {
          check(row, tell) {
            seen.push(row);
            tell({ rule: 'small', field: 'size', problem: 'too small', severity: 'warning' });
          },
        },
      },
    );
    expect(seen).toEqual([{ text: 'a', size: 1 }]);
    expect(places(report)).toEqual(['1 size column-type', '2 size small']);
  });

  it('tells of a null on which a check trips, and lets other errors of a check through', async () => {
    const checks = { check: (row: { text: string }) => void row.text.trim() };
    const report = await validateRows<{ text: string }>([{ text: null, size: 1 }], {
      columns,
      checks,
    });
    expect(places(report)).toEqual(['1 text null-value']);
    const broken = {
      check: () => {
        throw new TypeError('broken check');
      },
    };
    await expect(validate([{ text: 'a', size: 1 }], { checks: broken })).rejects.toThrow(
      'broken check',
    );
  });

  it('keeps the first findings of every rule when there are too many, and counts all', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => (i < 490 ? { text: 1, size: 1 } : 7));
    const report = await validate(rows, { maxFindings: 4, file: 'rows.jsonl' });
    expect(report.counts).toEqual([
      { severity: 'error', rule: 'column-type', count: 490 },
      { severity: 'error', rule: 'not-an-object', count: 10 },
    ]);
    expect(report.errors).toBe(500);
    expect(report.findings.map(({ file, row }) => `${file}:${row}`)).toEqual([
      'rows.jsonl:1',
      'rows.jsonl:2',
      'rows.jsonl:491',
      'rows.jsonl:492',
    ]);
    expect((await validate(rows, { maxFindings: 0 })).findings).toEqual([]);
  });

  it('reads rows that come one by one, until it is told to stop', async () => {
    const stop = new AbortController();
    async function* rows() {
      for (let size = 0; ; size++) {
        if (size === 3) stop.abort(new Error('enough'));
        yield { text: 'a', size };
      }
    }
    await expect(validateRows(rows(), { columns, signal: stop.signal })).rejects.toThrow('enough');
  });

  it('gives the same report again, and a later one after more rows', () => {
    const validator = createRowValidator({ columns, checks: { minimumRows: 2 } });
    validator.add({ text: 'a', size: 1 });
    expect(validator.report()).toMatchObject({ rows: 1, errors: 1 });
    expect(validator.report()).toEqual(validator.report());
    validator.add({ text: 'b', size: 1 });
    expect(validator.report()).toMatchObject({ rows: 2, errors: 0, isValid: true });
  });

  it.each([
    [{ columns: 'text' }, 'columns must be an object of column types, got "text"'],
    [{ maxFindings: -1 }, 'maxFindings must be an integer of at least 0, got -1'],
    [{ maxTokens: 5 }, 'countTokens must be a function when maxTokens is given, got undefined'],
    [{ maxTokens: 0, countTokens: () => 1 }, 'maxTokens must be an integer of at least 1, got 0'],
    [{ countTokens: 1 }, 'countTokens must be a function from text to a number of tokens, got 1'],
  ])('refuses %j at once', (options, message) => {
    expect(() => validate([], options as never)).toThrow(new TypeError(message));
  });

  it('refuses rows that are a text', () => {
    expect(() => validateRows('rows.jsonl', { columns })).toThrow(
      'rows must be an iterable or async iterable, got "rows.jsonl"',
    );
  });
});

describe('columns that are null at first', () => {
  const nested = { a: 'string', b: { list: { struct: { c: 'string', d: 'int64' } } } } as const;
  const row = (a: string | null, c: string | null, id: number) => ({ a, b: [{ c, d: id }] });

  function validateAfter(first: number) {
    const rows = Array.from({ length: first + 10 }, (_, id) =>
      id < first ? row(null, null, id) : row('a', 'c', id),
    );
    return validateRows(rows, { columns: nested });
  }

  it('are warned of with the first row that has a value', async () => {
    expect((await validateAfter(999)).findings).toEqual([]);
    const { findings } = await validateAfter(1000);
    expect(findings).toMatchObject([
      { severity: 'warning', rule: 'null-at-first', field: 'a' },
      { severity: 'warning', rule: 'null-at-first', field: 'b[].c' },
    ]);
    expect(findings[0]?.problem).toContain('before row 1001:');
  });

  it('are warned of after fewer rows when these fill the first chunk of a file', async () => {
    const text = 'x'.repeat(2 ** 20);
    const rows = Array.from({ length: 20 }, (_, i) => ({
      text: text + i,
      size: i < 12 ? null : i,
    }));
    expect(places(await validate(rows))).toEqual(['- size null-at-first']);
    expect(places(await validate(rows.slice(5)))).toEqual([]);
  });

  it('are none when they are null throughout', async () => {
    const rows = Array.from({ length: 1500 }, (_, size) => ({ text: null, size }));
    expect((await validate(rows)).findings).toEqual([]);
  });
});
