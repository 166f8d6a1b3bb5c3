import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampleGrouper } from '../../../src/formats/samples/sample-grouper.js';
import { about } from '../support/datasets.js';

describe('createSampleGrouper', () => {
  it('puts every conversation into one group of its task, and gives full ones out at once', () => {
    const tasks = [1, 2, 3].map((number) => about(number));
    const conversations = fc.array(fc.constantFrom(...tasks), { maxLength: 12 });
    const size = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(conversations, size, (all, samples) => {
        const grouper = createSampleGrouper(samples);
        const full = all.flatMap((one, index) => {
          const group = grouper.add(one);
          // The group that is given out ends with what has just come.
          if (group !== undefined) expect(group.at(-1)).toBe(all[index]);
          return group === undefined ? [] : [group];
        });
        const rest = [...grouper.rest()];
        expect(full.every(({ length }) => length === samples)).toBe(true);
        expect(rest.every(({ length }) => length > 0 && length < samples)).toBe(true);
        for (const task of tasks) {
          const groups = [...full, ...rest].filter(([first]) => first === task);
          expect(groups.flat()).toEqual(all.filter((one) => one === task));
        }
      }),
    );
  });

  it('completes no group before the end without a size', () => {
    const grouper = createSampleGrouper();
    const [first, second] = [about(1), about(2)];
    expect([first, second, first].map((one) => grouper.add(one))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([...grouper.rest()]).toEqual([[first, first], [second]]);
    expect([...grouper.rest()]).toEqual([]);
  });
});
