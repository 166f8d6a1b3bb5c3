import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, studentQuantile } from '../../src/spending/mean-interval.js';
import { createRandom } from '../../src/values/random.js';

const amounts = fc.array(
  fc.nat(1_000_000).map((count) => count / 1000),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('studentQuantile', () => {
  // From published tables.
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [3, 3.1824],
    [4, 2.7764],
    [5, 2.5706],
    [10, 2.2281],
    [20, 2.086],
    [29, 2.0452],
    [49, 2.0096],
    [99, 1.9842],
    [1_000_000, 1.96],
  ])('with %i degrees of freedom is %f', (degrees, quantile) => {
    expect(Math.abs(studentQuantile(degrees) / quantile - 1)).toBeLessThan(0.0013);
    if (degrees > 5) expect(studentQuantile(degrees)).toBeCloseTo(quantile, 3);
  });
});

describe('meanInterval', () => {
  it('scales a sample up', () => {
    const { mean, total, interval } = meanInterval([1, 2, 3, 4, 5], 1000);
    expect([mean, total]).toEqual([3, 3000]);
    // 3000 ± 2.7764 · 1000 · √(2.5 / 5 · 0.995)
    expect(interval?.low).toBeCloseTo(3000 - 1958.3, -1);
    expect(interval?.high).toBeCloseTo(3000 + 1958.3, -1);
  });

  it('knows the total when the sample is everything', () => {
    const known = { mean: 2, total: 4, interval: { low: 4, high: 4 } };
    expect(meanInterval([1, 3], 2)).toEqual(known);
    expect(meanInterval([5], 1)).toEqual({ mean: 5, total: 5, interval: { low: 5, high: 5 } });
  });

  it('has no interval for a sample of one, and nothing for none', () => {
    expect(meanInterval([5], 10)).toEqual({ mean: 5, total: 50, interval: undefined });
    const nothing = { mean: undefined, total: undefined, interval: undefined };
    expect(meanInterval([], 10)).toEqual(nothing);
  });

  it('gives an interval that holds the total and is at least what the sample took', () => {
    fc.assert(
      fc.property(amounts, fc.nat(10_000), (sample, others) => {
        const { total = Number.NaN, interval } = meanInterval(sample, sample.length + others);
        if (interval === undefined) return;
        const sum = sample.reduce((left, right) => left + right, 0);
        expect(interval.low).toBeLessThanOrEqual(total);
        expect(interval.high).toBeGreaterThanOrEqual(total);
        expect(interval.low).toBeGreaterThanOrEqual(sum * (1 - 1e-12));
      }),
    );
  });

  it('holds the true total in about 95 of 100 samples', () => {
    const random = createRandom(7);
    const population = Array.from({ length: 500 }, () => 1 + 9 * random());
    const truth = population.reduce((left, right) => left + right, 0);
    let hits = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const rest = [...population];
      const sample = Array.from(
        { length: 20 },
        () => rest.splice(Math.floor(random() * rest.length), 1)[0] as number,
      );
      const { interval } = meanInterval(sample, population.length);
      if (interval && interval.low <= truth && truth <= interval.high) hits++;
    }
    expect(hits / 2000).toBeGreaterThan(0.93);
    expect(hits / 2000).toBeLessThan(0.97);
  });

  it('refuses amounts and sizes that cannot be', () => {
    expect(() => meanInterval([1, 2], 1)).toThrow('population must be an integer of at least 2');
    expect(() => meanInterval([1, -2], 5)).toThrow('sample must be finite numbers of at least 0');
    expect(() => meanInterval([1, Number.NaN], 5)).toThrow(TypeError);
  });
});
