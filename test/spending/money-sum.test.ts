import { describe, expect, it } from 'vitest';
import { createMoneySum } from '../../src/spending/money-sum.js';

describe('createMoneySum', () => {
  it('does not drift over many additions', () => {
    const sum = createMoneySum();
    let naive = 0;
    for (let index = 0; index < 1_000_000; index++) {
      sum.add(0.1);
      naive += 0.1;
    }
    expect(Math.abs(sum.value - 100_000)).toBeLessThan(1e-10);
    expect(Math.abs(naive - 100_000)).toBeGreaterThan(1e-7);
  });

  it('gives back what was taken', () => {
    const sum = createMoneySum(0.3);
    for (const amount of [1e9, 0.1, 0.2, -0.2, -1e9, -0.1]) sum.add(amount);
    expect(sum.value).toBeCloseTo(0.3, 15);
  });
});
