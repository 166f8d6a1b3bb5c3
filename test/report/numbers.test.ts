import { describe, expect, it } from 'vitest';
import { type Conversation, costOf, type ModelPrices, stringifyJson } from '../../src/index.js';
import { createReportNumbers, noCategory } from '../../src/report/numbers/report-numbers.js';
import { sumOver } from '../../src/report/numbers/token-use.js';
import { createTurnFlow, type SecondTurn } from '../../src/report/numbers/turn-flow.js';
import { conversationOf } from '../formats/support/conversations.js';
import { variedConversations } from './support/varied-conversations.js';

const prices: ModelPrices = { inputPerMillion: 0.3, outputPerMillion: 2.5 };
const conversations = [...variedConversations(3000)];

function numbersOf(
  items: readonly Conversation[],
  pricesOf = () => prices as ModelPrices | undefined,
) {
  const numbers = createReportNumbers(pricesOf);
  for (const item of items) numbers.add(item);
  return numbers.result();
}
const numbers = numbersOf(conversations);
const countOf = (test: (conversation: Conversation) => boolean): number =>
  conversations.filter(test).length;

/** Says it anew, from the texts of the values. */
function kindOfSecondTurn([first, second]: Conversation['turns']): SecondTurn {
  if (first === undefined || second === undefined) return 'ended';
  const [before, now] = [first.verdict, second.verdict];
  if (now.status === 'correct') return 'fixed';
  if (now.status === 'unverifiable') return 'unverifiable';
  if ('predicted' in before && 'predicted' in now) {
    if (JSON.stringify(before.predicted) === JSON.stringify(now.predicted)) return 'repeated';
  }
  return now.status === 'mismatch' ? 'wrong' : 'unusable';
}

describe('the numbers of a report', () => {
  it('count outcomes by direction as a recount does', () => {
    expect(numbers.conversations).toBe(3000);
    for (const direction of ['output', 'input'] as const) {
      for (const [outcome, count] of Object.entries(numbers.outcomes[direction])) {
        const recount = countOf((c) => c.task.direction === direction && c.outcome === outcome);
        expect([direction, outcome, count]).toEqual([direction, outcome, recount]);
      }
    }
  });

  it('count as solved by a turn what was right in it or before, of what was judged', () => {
    expect(numbers.accuracy.map(({ turn }) => turn)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
    for (const { turn, direction, judged, solved, replies, right } of numbers.accuracy) {
      const ofDirection = conversations.filter(
        ({ task }) => direction === 'all' || task.direction === direction,
      );
      const upTo = ofDirection.map(({ turns }) => turns.slice(0, turn));
      const judgeable = upTo.filter((turns) =>
        turns.every(({ verdict }) => verdict.status !== 'unverifiable'),
      );
      const isSolved = judgeable.filter((turns) =>
        turns.some(({ verdict }) => verdict.status === 'correct'),
      );
      const statuses = ofDirection.flatMap(({ turns }) => turns[turn - 1]?.verdict.status ?? []);
      expect({ judged, solved, replies, right }).toEqual({
        judged: judgeable.length,
        solved: isSolved.length,
        replies: statuses.filter((status) => status !== 'unverifiable').length,
        right: statuses.filter((status) => status === 'correct').length,
      });
    }
  });

  it('tell what became of first answers', () => {
    for (const { from, to, direction, count } of numbers.flows) {
      const recount = countOf(
        ({ task, turns }) =>
          task.direction === direction &&
          turns[0]?.verdict.status === from &&
          kindOfSecondTurn(turns) === to,
      );
      expect([from, to, count]).toEqual([from, to, recount]);
    }
    expect(numbers.flows.reduce((sum, { count }) => sum + count, 0)).toBe(3000);
  });

  it('group outcomes by category, by operations and by the size of the output', () => {
    const games = numbers.categories.get('games');
    expect(games?.revised).toBe(
      countOf((c) => c.task.function.category === 'games' && c.outcome === 'revised'),
    );
    expect(numbers.categories.get(noCategory)?.correct).toBe(
      countOf((c) => c.task.function.category === undefined && c.outcome === 'correct'),
    );
    const between = (size: number | undefined, from: number, to: number): boolean =>
      size !== undefined && size >= from && size < to;
    expect(numbers.operations.get(200)?.unsolved).toBe(
      countOf((c) => between(c.task.pair.operations, 200, 500) && c.outcome === 'unsolved'),
    );
    expect(numbers.outputSizes.get(20)?.correct).toBe(
      countOf(
        (c) => between(stringifyJson(c.task.pair.output).length, 20, 50) && c.outcome === 'correct',
      ),
    );
    expect(numbers.steps.size).toBe(0);
  });

  it('add up tokens and cost by turn', () => {
    for (const use of numbers.tokens.turns) {
      const usages = conversations.flatMap(
        ({ turns }) => turns[use.turn - 1]?.prediction.usage ?? [],
      );
      const output = usages.reduce((sum, { outputTokens }) => sum + (outputTokens ?? 0), 0);
      const cost = usages.reduce((sum, usage) => sum + (costOf(usage, prices) ?? 0), 0);
      expect(use.replies).toBe(usages.length);
      expect(use.outputTokens).toEqual({ sum: output, known: usages.length });
      expect(use.cost.sum).toBeCloseTo(cost, 9);
    }
    const replies = [...numbers.tokens.byOutputTokens.values()];
    expect(replies.reduce((sum, { right }) => sum + right, 0)).toBe(
      conversations.flatMap(({ turns }) => turns).filter((t) => t.verdict.status === 'correct')
        .length,
    );
  });

  it('know no cost without prices, and no tokens that nobody told', () => {
    const { prediction, ...rest } = conversations[0]?.turns[0] ?? expect.unreachable();
    const untold = {
      ...conversations[0],
      turns: [{ ...rest, prediction: { ...prediction, usage: {} } }],
    };
    const { tokens } = numbersOf([untold as Conversation]);
    expect(sumOver(tokens.turns, ({ outputTokens }) => outputTokens)).toEqual({
      sum: 0,
      known: 0,
      replies: 1,
    });
    expect(tokens.byOutputTokens.size).toBe(0);
    const unpriced = numbersOf(conversations, () => undefined);
    expect(sumOver(unpriced.tokens.turns, ({ cost }) => cost).known).toBe(0);
  });

  it('tell how often the first answer about each function is right', () => {
    expect(numbers.functions).toHaveLength(60);
    for (const { id, solved, judged, rate } of numbers.functions) {
      const first = conversations
        .filter(({ task }) => task.function.id === id)
        .map(({ turns }) => turns[0]?.verdict.status)
        .filter((status) => status !== 'unverifiable');
      expect(judged).toBe(first.length);
      expect(solved).toBe(first.filter((status) => status === 'correct').length);
      expect(rate).toBe(solved / judged);
    }
  });

  it('tell apart an answer that came again, another wrong one, and none', () => {
    const fateOf = (conversation: Conversation): SecondTurn | undefined => {
      const flow = createTurnFlow();
      flow.add(conversation);
      return flow.result()[0]?.to;
    };
    const courseOf = (...attempts: Parameters<typeof conversationOf>[0]) =>
      fateOf(conversationOf(attempts));
    expect(courseOf('mismatch', 'correct')).toBe('fixed');
    expect(courseOf('mismatch', 'mismatch')).toBe('wrong');
    expect(courseOf('mismatch', 'no-answer')).toBe('unusable');
    expect(courseOf('mismatch', 'unverifiable')).toBe('unverifiable');
    expect(courseOf('mismatch')).toBe('ended');
    const once = conversationOf(['mismatch']);
    expect(fateOf({ ...once, turns: [...once.turns, ...once.turns] })).toBe('repeated');
  });
});
