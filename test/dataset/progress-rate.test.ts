import { describe, expect, it } from 'vitest';
import { createProgressRate } from '../../src/dataset/progress-rate.js';

/** Records a moment a second; `doneAt` says how many were done by then. */
function watch(seconds: number, doneAt: (second: number) => number): number | undefined {
  const record = createProgressRate().record;
  let rate: number | undefined;
  for (let second = 0; second <= seconds; second++) {
    rate = record({ nowMs: second * 1000, done: Math.floor(doneAt(second)), stored: 0 });
  }
  return rate;
}

describe('the rate of progress', () => {
  it('is that of the run at first', () => {
    expect(watch(10, (second) => 5 * second)).toBe(5);
  });

  it('is that of the last minute later', () => {
    const rate = watch(1000, (second) => (second < 900 ? second : 900 + (second - 900) * 8));
    expect(rate).toBeCloseTo(8, 5);
  });

  it('looks further back while there are few tasks', () => {
    expect(watch(1000, (second) => second / 50)).toBeCloseTo(1 / 50, 3);
  });

  it('falls while nothing is done', () => {
    expect(watch(600, (second) => 10 * Math.min(second, 300))).toBeLessThan(5);
  });

  it('is unknown before there are tasks, and in the first second', () => {
    expect(watch(30, () => 0)).toBeUndefined();
    const { record } = createProgressRate();
    record({ nowMs: 0, done: 0, stored: 0 });
    expect(record({ nowMs: 900, done: 50, stored: 0 })).toBeUndefined();
  });

  it('does not count the time that is spent on what is stored', () => {
    const { record } = createProgressRate();
    for (let second = 0; second <= 100; second++) {
      record({ nowMs: second * 1000, done: 0, stored: second * 1000 });
    }
    expect(record({ nowMs: 110_000, done: 20, stored: 100_000 })).toBe(2);
  });

  it('is right however long the run is', () => {
    const { record } = createProgressRate();
    for (let step = 0; step < 100_000; step++) {
      record({ nowMs: step * 100, done: step * 3, stored: 0 });
    }
    expect(record({ nowMs: 10_000_000, done: 300_000, stored: 0 })).toBeCloseTo(30, 5);
  });
});
