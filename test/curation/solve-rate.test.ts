import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveRate } from '../../src/curation/solve-rate.js';

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((judged) => fc.tuple(fc.integer({ min: 0, max: judged }), fc.constant(judged)));

describe('solveRate', () => {
  // From published tables of the score interval.
  it.each([
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [8, 8, 0.6756, 1],
    [50, 100, 0.4038, 0.5962],
  ])('%i of %i is between %f and %f', (solved, judged, low, high) => {
    const { rate, interval } = solveRate(solved, judged);
    expect(rate).toBe(solved / judged);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('knows nothing when nothing was judged', () => {
    expect(solveRate(0, 0)).toEqual({ rate: undefined, interval: { low: 0, high: 1 } });
  });

  it('gives an interval within 0 and 1 that holds the rate', () => {
    fc.assert(
      fc.property(counts, ([solved, judged]) => {
        const { rate, interval } = solveRate(solved, judged);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(rate as number);
        expect(interval.high).toBeGreaterThanOrEqual(rate as number);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThan(interval.high);
      }),
    );
  });

  it('gives a narrower interval for more samples with the same rate', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ([solved, judged], factor) => {
        const few = solveRate(solved, judged).interval;
        const many = solveRate(factor * solved, factor * judged).interval;
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('does not prefer solved to unsolved', () => {
    fc.assert(
      fc.property(counts, ([solved, judged]) => {
        const { low } = solveRate(solved, judged).interval;
        const { high } = solveRate(judged - solved, judged).interval;
        expect(low + high).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([
    [2, 1, 'solved must be an integer from 0 to 1, got 2'],
    [0, -1, 'judged must be an integer of at least 0, got -1'],
    [0.5, 1, 'solved must be an integer from 0 to 1, got 0.5'],
  ])('refuses %d of %d', (solved, judged, message) => {
    expect(() => solveRate(solved, judged)).toThrow(new TypeError(message));
  });
});
