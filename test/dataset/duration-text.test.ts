import { describe, expect, it } from 'vitest';
import { durationText } from '../../src/dataset/duration-text.js';

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [499, '0 s'],
    [47_600, '48 s'],
    [59_600, '1 min'],
    [750_000, '12 min 30 s'],
    [3_599_600, '1 h'],
    [3 * 3_600_000 + 5 * 60_000 + 20_000, '3 h 5 min'],
    [86_399_000, '1 d'],
    [100 * 3_600_000, '4 d 4 h'],
  ])('of %i ms is %s', (durationMs, text) => {
    expect(durationText(durationMs)).toBe(text);
  });
});
