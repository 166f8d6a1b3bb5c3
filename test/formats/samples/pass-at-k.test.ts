import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSamples } from '../../../src/formats/samples/group-samples.js';
import { passAtK, passAtKOf } from '../../../src/formats/samples/pass-at-k.js';
import { conversationOf, revised, right, unsolved } from '../support/conversations.js';

/** The share of all choices of `k` among the samples that hold a right one, by trying them all. */
function shareOfChoices(samples: number, correct: number, k: number): number {
  let [choices, passed] = [0, 0];
  for (let set = 0; set < 2 ** samples; set++) {
    const chosen = Array.from({ length: samples }, (_, index) => (set >> index) & 1);
    if (chosen.filter((bit) => bit === 1).length !== k) continue;
    choices++;
    if (chosen.slice(0, correct).includes(1)) passed++;
  }
  return passed / choices;
}

describe('passAtK', () => {
  it('is the share of all choices of k samples that hold a right one', () => {
    const cases = fc
      .integer({ min: 1, max: 9 })
      .chain((samples) =>
        fc.tuple(
          fc.constant(samples),
          fc.integer({ min: 0, max: samples }),
          fc.integer({ min: 1, max: samples }),
        ),
      );
    fc.assert(
      fc.property(cases, ([samples, correct, k]) => {
        expect(passAtK(samples, correct, k)).toBeCloseTo(shareOfChoices(samples, correct, k), 12);
      }),
    );
  });

  it('is exact at the ends and does not overflow', () => {
    expect(passAtK(10, 0, 10)).toBe(0);
    expect(passAtK(10, 1, 10)).toBe(1);
    expect(passAtK(4, 3, 2)).toBe(1);
    expect(passAtK(10, 3, 1)).toBeCloseTo(0.3, 15);
    expect(passAtK(100_000, 50, 1_000)).toBeCloseTo(0.395, 3);
  });

  it('refuses numbers that make no sense', () => {
    expect(() => passAtK(0, 0, 1)).toThrow(/^samples must be/);
    expect(() => passAtK(4, 5, 1)).toThrow(/^correct must be an integer from 0 to 4/);
    expect(() => passAtK(4, 2, 5)).toThrow(/^k must be an integer from 1 to 4/);
  });
});

describe('passAtKOf', () => {
  const other = (status: 'correct' | 'mismatch', sample: number) =>
    conversationOf([status], { direction: 'input', sample });
  const conversations = [right, revised, unsolved, other('correct', 0), other('correct', 1)];

  it('averages over tasks, by first answers or by last', async () => {
    expect(await passAtKOf(groupSamples(conversations), 1)).toEqual({
      k: 1,
      rate: (passAtK(3, 1, 1) + 1) / 2,
      tasks: 2,
      tasksLeftOut: 0,
    });
    const { rate } = await passAtKOf(groupSamples(conversations), 1, { answer: 'last' });
    expect(rate).toBe((passAtK(3, 2, 1) + 1) / 2);
  });

  it('leaves out samples that were not verified, and tasks with too few', async () => {
    const lost = conversationOf(['unverifiable']);
    expect(await passAtKOf([[lost, right]], 1)).toMatchObject({ rate: 1, tasks: 1 });
    expect(await passAtKOf([[lost, right], [other('correct', 0)]], 2)).toEqual({
      k: 2,
      rate: undefined,
      tasks: 0,
      tasksLeftOut: 2,
    });
  });

  it('refuses misuse', async () => {
    await expect(passAtKOf([[right, other('correct', 0)]], 1)).rejects.toThrow(/one task/);
    await expect(passAtKOf([], 0)).rejects.toThrow(/^k must be/);
    await expect(passAtKOf([], 1, { answer: 'best' as never })).rejects.toThrow(/^answer must/);
    await expect(passAtKOf([right] as never, 1)).rejects.toThrow(/^conversations must be/);
  });
});
