import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMinuteBucket } from '../../src/generation/token-bucket.js';

describe('a bucket of a limit a minute', () => {
  it('never lets more through than the limit and a second’s worth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.array(fc.record({ count: fc.integer({ min: 1, max: 50 }), gapMs: fc.nat(3000) }), {
          maxLength: 60,
        }),
        (perMinute, calls) => {
          const bucket = createMinuteBucket(perMinute, 0);
          let now = 0;
          let passed = 0;
          let largest = 0;
          for (const { count, gapMs } of calls) {
            now += gapMs;
            now += bucket.delayMs(count, now);
            bucket.take(count, now);
            passed += count;
            largest = Math.max(largest, count);
          }
          const allowed = (perMinute * now) / 60_000 + Math.max(1, perMinute / 60) + largest;
          expect(passed).toBeLessThanOrEqual(allowed + 1e-6);
        },
      ),
    );
  });

  it('lets a call through that is larger than the bucket, when it is full', () => {
    const bucket = createMinuteBucket(60, 0);
    expect(bucket.delayMs(500, 0)).toBe(0);
    bucket.take(500, 0);
    expect(bucket.delayMs(1, 0)).toBeCloseTo(500_000, 0);
  });

  it('takes back what was not used', () => {
    const bucket = createMinuteBucket(6000, 0);
    bucket.take(100, 0);
    bucket.give(60, 0);
    expect(bucket.delayMs(60, 0)).toBe(0);
    expect(bucket.delayMs(61, 0)).toBeGreaterThan(0);
  });
});
