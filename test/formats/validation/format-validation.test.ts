import { describe, expect, it } from 'vitest';
import { formatValidation } from '../../../src/formats/validation/format-validation.js';
import { validateRows } from '../../../src/formats/validation/validate-rows.js';

const columns = { text: 'string' } as const;

describe('formatValidation', () => {
  it('says in one line that rows are valid', async () => {
    expect(formatValidation(await validateRows([{ text: 'a' }], { columns }))).toBe('1 row: valid');
  });

  it('names file, row and field of what was found, with counts and how many are left out', async () => {
    const rows = [
      ...Array.from({ length: 1200 }, () => ({ text: 1 })),
      ...[{ text: 'a' }, { text: 'a' }],
    ];
    const report = await validateRows(rows, { columns, file: 'sft.jsonl', maxFindings: 3 });
    expect(formatValidation(report)).toBe(
      [
        'sft.jsonl: 1,202 rows: not valid, 1,200 errors, 1 warning',
        '',
        '  1,200 × column-type (error)',
        '      1 × duplicate (warning)',
        '',
        'sft.jsonl:1: error: text: expected a string, got 1 (column-type)',
        'sft.jsonl:2: error: text: expected a string, got 1 (column-type)',
        'sft.jsonl:1202: warning: the same as row 1201 (duplicate)',
        '… and 1,198 more',
      ].join('\n'),
    );
  });

  it('draws the tokens', async () => {
    const rows = [1, 2, 3, 300].map((length) => ({ text: 'x'.repeat(length) }));
    const countTokens = (text: string) => text.length;
    expect(formatValidation(await validateRows(rows, { columns, countTokens }))).toBe(
      [
        '4 rows: valid',
        '',
        'tokens of 4 rows: shortest 1, median 2, 95 % up to 300, longest 300, together 306',
        `    0 to 127  ${'█'.repeat(40)} 3`,
        '  128 to 255  0',
        `  256 to 511  ${'█'.repeat(14)} 1`,
      ].join('\n'),
    );
  });

  it('shows control characters of a hostile row instead of sending them to the terminal', async () => {
    const rows = [{ 'a\u001b[2Jb': 1, text: 'a' }, { text: { length: 1 } }];
    const text = formatValidation(await validateRows(rows, { columns, file: 'a\u001b.jsonl' }));
    expect(text).not.toContain('\u001b');
    expect(text).toContain('a\\u001b.jsonl:1: error');
  });
});
