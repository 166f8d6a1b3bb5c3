import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSplit } from '../../src/curation/choose-split.js';

const keys = Array.from({ length: 4000 }, (_, index) => `function ${index}`);

describe('chooseSplit', () => {
  it('gives each side its share of the keys', () => {
    const splits = keys.map((key) => chooseSplit(key, { test: 0.1, validation: 0.2 }));
    const shareOf = (side: string) => splits.filter((split) => split === side).length / keys.length;
    expect(shareOf('test')).toBeCloseTo(0.1, 1);
    expect(shareOf('validation')).toBeCloseTo(0.2, 1);
    expect(shareOf('train')).toBeCloseTo(0.7, 1);
  });

  it('tests on one key of twenty and validates on none by default', () => {
    const splits = keys.map((key) => chooseSplit(key));
    const tested = splits.filter((split) => split === 'test').length;
    expect(tested / keys.length).toBeGreaterThan(0.04);
    expect(tested / keys.length).toBeLessThan(0.06);
    expect(splits).not.toContain('validation');
  });

  it('is the same on every machine and in every version', () => {
    // The fractions are 0.600, 0.350, 0.377, 0.409, 0.653, 0.629, 0.106, 0.572.
    const options = { test: 0.36, validation: 0.39 };
    expect(keys.slice(0, 8).map((key) => chooseSplit(key, options))).toEqual([
      'train',
      'test',
      'train',
      'train',
      'validation',
      'validation',
      'test',
      'train',
    ]);
  });

  it('splits otherwise for another seed', () => {
    const sides = (seed: number) => keys.map((key) => chooseSplit(key, { test: 0.5, seed }));
    const [first, second] = [sides(0), sides(1)];
    const equal = first.filter((split, index) => split === second[index]).length;
    expect(equal / keys.length).toBeCloseTo(0.5, 1);
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('never moves a key out of a side whose share is raised', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), share, share, (key, seed, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        for (const side of ['test', 'validation'] as const) {
          const rest = side === 'test' ? { validation: 0 } : { test: 0 };
          if (chooseSplit(key, { ...rest, [side]: low, seed }) === side) {
            expect(chooseSplit(key, { ...rest, [side]: high, seed })).toBe(side);
          }
        }
      }),
    );
  });

  it('lets neither share move a key of the other', () => {
    fc.assert(
      fc.property(fc.string(), share, share, share, (key, test, one, other) => {
        const inTest = [one, other].map((validation) =>
          chooseSplit(key, { test, validation: validation * (1 - test) }),
        );
        expect(inTest[0] === 'test').toBe(inTest[1] === 'test');
      }),
    );
  });

  it('takes whole shares, and decimal ones that add to 1', () => {
    expect(chooseSplit('key', { test: 1 })).toBe('test');
    expect(chooseSplit('key', { test: 0 })).toBe('train');
    expect(chooseSplit('key', { test: 0, validation: 1 })).toBe('validation');
    for (let tenths = 0; tenths <= 10; tenths++) {
      const options = { test: tenths / 10, validation: (10 - tenths) / 10 };
      expect(keys.slice(0, 100).map((key) => chooseSplit(key, options))).not.toContain('train');
    }
  });

  it.each([
    [{ test: -0.1 }, 'test must be a share from 0 to 1, got -0.1'],
    [{ test: Number.NaN }, 'test must be a share from 0 to 1, got NaN'],
    [{ validation: 1.5 }, 'validation must be a share from 0 to 1, got 1.5'],
    [{ test: 0.6, validation: 0.5 }, 'validation must be at most 1 - test (test is 0.6), got 0.5'],
    [{ seed: 0.5 }, 'seed must be an integer of at least -9007199254740991, got 0.5'],
  ])('refuses %j', (options, message) => {
    expect(() => chooseSplit('key', options)).toThrow(new TypeError(message));
  });

  it('refuses a key that is not a string', () => {
    expect(() => chooseSplit(7 as never)).toThrow(new TypeError('key must be a string, got 7'));
  });
});
