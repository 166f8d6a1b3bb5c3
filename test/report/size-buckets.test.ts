import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketRange,
  bucketStart,
  coarseSteps,
  fineSteps,
} from '../../src/report/numbers/size-buckets.js';
import { formatBucket } from '../../src/report/page/number-text.js';

describe('size buckets', () => {
  it('hold every size in exactly one of them, without gaps', () => {
    const size = fc.oneof(fc.nat(100), fc.nat(), fc.nat(10 ** 9));
    fc.assert(
      fc.property(size, size, fc.constantFrom(coarseSteps, fineSteps), (a, b, steps) => {
        const starts = [a, b].map((one) => bucketStart(one, steps));
        const buckets = bucketRange(starts, steps);
        for (const one of [a, b]) {
          const holding = buckets.filter(({ from, to }) => one >= from && one <= to);
          expect(holding).toHaveLength(1);
          expect(holding[0]?.from).toBe(bucketStart(one, steps));
        }
        for (const [index, { from }] of buckets.slice(1).entries()) {
          expect(from).toBe((buckets[index]?.to ?? 0) + 1);
        }
      }),
    );
  });

  it('have names', () => {
    const names = bucketRange([0, 5000], coarseSteps).map(formatBucket);
    expect(names).toEqual([
      ...['0', '1', '2–4', '5–9', '10–19', '20–49', '50–99'],
      ...['100–199', '200–499', '500–999', '1k–2k', '2k–5k', '5k–10k'],
    ]);
    expect(bucketRange([], fineSteps)).toEqual([]);
    expect(bucketRange([10, 20], fineSteps).map(({ from }) => from)).toEqual([10, 15, 20]);
  });
});
