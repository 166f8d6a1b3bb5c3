import { describe, expect, it } from 'vitest';
import { bestOfN } from '../../../src/formats/samples/best-of-n.js';
import type { Conversation } from '../../../src/index.js';
import { type Attempt, conversationOf } from '../support/conversations.js';

const answers = (sample: number, ...attempts: readonly Attempt[]): Conversation =>
  conversationOf(attempts, { sample });

const wrong = { status: 'mismatch', text: 'no' } as const;
const correct = { status: 'correct', text: 'yes' } as const;

/** From the best to the worst. */
const ranking = [
  answers(5, correct),
  answers(6, correct),
  answers(4, { ...correct, text: 'longer' }),
  answers(3, wrong, correct),
  answers(1, wrong, { ...correct, text: 'longer' }),
  answers(2, wrong, wrong, correct),
  answers(0, wrong),
  answers(7, wrong, wrong),
];

describe('bestOfN', () => {
  it('prefers right to revised to unsolved, then few turns, a short answer, a low number', () => {
    for (const [index, best] of ranking.entries()) {
      const others = ranking.slice(index);
      expect(bestOfN(others)).toBe(best);
      expect(bestOfN([...others].reverse())).toBe(best);
    }
  });

  it('takes none but right answers when told so', () => {
    expect(bestOfN(ranking.slice(3), { onlyRight: true })).toBe(ranking[3]);
    expect(bestOfN(ranking.slice(6), { onlyRight: true })).toBeUndefined();
  });

  it('never takes one that could not be verified', () => {
    const lost = conversationOf(['unverifiable']);
    expect(bestOfN([lost])).toBeUndefined();
    expect(bestOfN([lost, answers(1, wrong)])?.outcome).toBe('unsolved');
    expect(bestOfN([])).toBeUndefined();
  });

  it('refuses conversations of different tasks', () => {
    const other = conversationOf(['correct'], { direction: 'input' });
    expect(() => bestOfN([answers(0, correct), other])).toThrow(TypeError);
  });
});
