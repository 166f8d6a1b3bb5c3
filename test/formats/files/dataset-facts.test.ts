import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectFacts } from '../../../src/formats/files/dataset-facts.js';
import { createTally } from '../../../src/formats/files/tally.js';
import type { Conversation, Direction, VerdictStatus } from '../../../src/index.js';
import { about } from '../support/datasets.js';

const wrong: readonly VerdictStatus[] = ['mismatch', 'no-answer', 'runtime-error'];
const statuses = fc
  .tuple(
    fc.array(fc.constantFrom(...wrong), { maxLength: 2 }),
    fc.constantFrom<VerdictStatus>('correct', 'mismatch', 'unverifiable'),
  )
  .map(([before, last]) => [...before, last]);
const conversation = fc
  .record({
    number: fc.nat({ max: 5 }),
    statuses,
    direction: fc.constantFrom<Direction>('input', 'output'),
  })
  .map((made) => about(made.number, made.statuses, { direction: made.direction }));

function count(all: readonly Conversation[], test: (one: Conversation) => boolean): number {
  return all.filter(test).length;
}

describe('collectFacts', () => {
  it('comes to the numbers of a recount', () => {
    fc.assert(
      fc.property(fc.array(conversation, { maxLength: 30 }), (all) => {
        const collector = collectFacts();
        for (const one of all) collector.add(one, 'train');
        const facts = collector.read();
        expect(facts.conversations).toBe(all.length);
        expect(facts.tasks).toBe(new Set(all.map(({ task }) => task.id)).size);
        expect(facts.functions).toBe(new Set(all.map(({ task }) => task.function.id)).size);
        expect(facts.splits.train).toEqual({
          conversations: all.length,
          functions: facts.functions,
        });
        for (const direction of ['input', 'output'] as const) {
          const some = all.filter(({ task }) => task.direction === direction);
          const { conversations, outcomes, turns } = facts.directions[direction];
          expect(conversations).toBe(some.length);
          for (const outcome of ['correct', 'revised', 'unsolved', 'unverifiable'] as const) {
            expect(outcomes[outcome]).toBe(count(some, (one) => one.outcome === outcome));
          }
          expect(turns).toHaveLength(Math.max(0, ...some.map((one) => one.turns.length)));
          for (const [index, turn] of turns.entries()) {
            const status = (one: Conversation, at = index): VerdictStatus | undefined =>
              one.turns[at]?.verdict.status;
            const has = (one: Conversation, wanted: VerdictStatus): boolean =>
              one.turns.slice(0, index + 1).some(({ verdict }) => verdict.status === wanted);
            const answers = count(some, (one) => status(one) !== undefined);
            const lost = count(some, (one) => status(one) === 'unverifiable');
            expect(turn.judged).toBe(answers - lost);
            expect(turn.right).toBe(count(some, (one) => status(one) === 'correct'));
            expect(turn.solved).toBe(count(some, (one) => has(one, 'correct')));
            expect(turn.conversations).toBe(count(some, (one) => !has(one, 'unverifiable')));
          }
        }
      }),
    );
  });

  it('counts models, settings, tokens, and the sources of functions', () => {
    const collector = collectFacts();
    for (const number of [0, 1, 2, 3, 3]) {
      collector.add(about(number, ['mismatch', 'correct']), number === 0 ? 'test' : 'train');
    }
    expect(collector.read()).toMatchObject({
      models: { counts: [{ name: 'simulated/tiny', count: 10 }], others: 0 },
      samplings: { counts: [{ name: '{"temperature":0.7}', count: 10 }] },
      systemMessages: { counts: [{ name: 'Think.', count: 5 }] },
      usage: { inputTokens: 400, outputTokens: 120, reasoningTokens: undefined },
      withCode: 5,
      splits: { train: { conversations: 4, functions: 3 }, test: { conversations: 1 } },
      licenses: {
        counts: [
          { name: '', count: 2 },
          { name: 'mit', count: 2 },
        ],
      },
      categories: {
        counts: [
          { name: 'even', count: 2 },
          { name: 'odd', count: 2 },
        ],
      },
    });
  });

  it('leaves the seed out of the settings, which differs from reply to reply', () => {
    const one = about(1);
    const collector = collectFacts();
    for (const seed of [1, 2, 3]) {
      const turns = one.turns.map((turn) => ({
        ...turn,
        prediction: { ...turn.prediction, sampling: { topP: 0.9, seed } },
      }));
      collector.add({ ...one, turns }, 'train');
    }
    expect(collector.read().samplings.counts).toEqual([{ name: '{"topP":0.9}', count: 3 }]);
  });
});

describe('createTally', () => {
  it('sums up what it has no more room for', () => {
    const tally = createTally(2);
    for (const name of ['b', 'a', 'c', 'a', 'd']) tally.add(name);
    tally.add('b', 5);
    expect(tally.read()).toEqual({
      counts: [
        { name: 'b', count: 6 },
        { name: 'a', count: 2 },
      ],
      others: 2,
    });
  });
});
