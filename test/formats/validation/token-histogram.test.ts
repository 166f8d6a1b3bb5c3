import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenGatherer } from '../../../src/formats/validation/token-histogram.js';
import { validateRows } from '../../../src/formats/validation/validate-rows.js';

function histogramOf(tokens: readonly number[]) {
  const gatherer = createTokenGatherer();
  for (const count of tokens) gatherer.add(count);
  return gatherer.histogram();
}

describe('the histogram of tokens', () => {
  it('is none without rows', () => {
    expect(histogramOf([])).toBeUndefined();
  });

  it('doubles its buckets, from that of the shortest row to that of the longest', () => {
    expect(histogramOf([128, 300, 130, 1024])?.buckets).toEqual([
      { from: 128, to: 255, count: 2 },
      { from: 256, to: 511, count: 1 },
      { from: 512, to: 1023, count: 0 },
      { from: 1024, to: 2047, count: 1 },
    ]);
    expect(histogramOf([0])?.buckets).toEqual([{ from: 0, to: 127, count: 1 }]);
  });

  it('comes to the figures of a sorted list, and counts every row in one bucket', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 300 }), (tokens) => {
        const sorted = tokens.toSorted((a, b) => a - b);
        const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
        const histogram = histogramOf(tokens);
        expect(histogram).toMatchObject({
          count: tokens.length,
          min: sorted[0],
          median: at(0.5),
          p95: at(0.95),
          max: sorted.at(-1),
          total: tokens.reduce((sum, count) => sum + count, 0),
        });
        for (const { from, to, count } of histogram?.buckets ?? []) {
          expect(tokens.filter((it) => it >= from && it <= to)).toHaveLength(count);
        }
        expect(histogram?.buckets[0]?.count).toBeGreaterThan(0);
        expect(histogram?.buckets.at(-1)?.count).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the tokens of rows', () => {
  const columns = { id: 'int64', prompt: 'string', parts: { list: 'string' } } as const;
  const rows = [
    { id: 1, prompt: 'four', parts: ['a', 'b'] },
    { id: 2, prompt: 'twelve signs', parts: [null] },
    { id: 'x', prompt: 'not counted', parts: [] },
  ];
  const countTokens = (text: string) => text.length;

  it('are those of all texts unless the format says which are read', async () => {
    const all = await validateRows(rows, { columns, countTokens });
    expect(all.tokens).toMatchObject({ count: 2, min: 6, max: 12 });
    const checks = { texts: (row: { prompt: string }) => [row.prompt] };
    const some = await validateRows(rows, { columns, countTokens, checks });
    expect(some.tokens).toMatchObject({ count: 2, min: 4, max: 12 });
  });

  it('may be so many and no more', async () => {
    const options = { columns, countTokens };
    const { findings } = await validateRows(rows.slice(0, 2), { ...options, maxTokens: 11 });
    expect(findings).toMatchObject([
      {
        severity: 'error',
        rule: 'too-many-tokens',
        row: 2,
        problem: '12 tokens, expected at most 11',
      },
    ]);
    expect(await validateRows(rows.slice(0, 2), { ...options, maxTokens: 12 })).toMatchObject({
      isValid: true,
    });
  });

  it('are not in the report when they are not counted', async () => {
    expect(await validateRows(rows, { columns })).not.toHaveProperty('tokens');
  });
});
