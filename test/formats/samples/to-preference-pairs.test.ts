import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withThinkTags } from '../../../src/formats/messages/training-messages.js';
import { toPreferencePairs } from '../../../src/formats/samples/to-preference-pairs.js';
import type { Conversation } from '../../../src/index.js';
import { conversationOf } from '../support/conversations.js';

const rightAt = (sample: number, text = `right ${sample}`): Conversation =>
  conversationOf([{ status: 'correct', text }], { sample });
const wrongAt = (sample: number, text = `wrong ${sample}`): Conversation =>
  conversationOf([{ status: 'mismatch', text }, 'no-answer'], { sample });
const revisedAt = (sample: number, text: string): Conversation =>
  conversationOf(
    [
      { status: 'mismatch', text: `wrong ${sample}` },
      { status: 'correct', text },
    ],
    { sample },
  );

const textsOf = (pairs: ReturnType<typeof toPreferencePairs>): readonly string[] =>
  pairs.map(({ origin, chosen, rejected }) => `${origin}: ${chosen} > ${rejected}`);

describe('toPreferencePairs', () => {
  it('prefers the right answer of one sample to the wrong one of another, under their prompt', () => {
    const conversations = [wrongAt(0), rightAt(1)];
    expect(toPreferencePairs(conversations)).toEqual([
      {
        taskId: conversations[0]?.task.id,
        origin: 'resample',
        prompt: conversations[0]?.prompt,
        chosen: 'right 1',
        rejected: 'wrong 0',
      },
    ]);
  });

  it('uses every text once, and equal texts as one', () => {
    const conversations = [
      wrongAt(0),
      wrongAt(1),
      wrongAt(2, 'wrong 0'),
      rightAt(3),
      rightAt(4, 'right 3'),
      rightAt(5),
      rightAt(6),
    ];
    expect(textsOf(toPreferencePairs(conversations))).toEqual([
      'resample: right 3 > wrong 0',
      'resample: right 5 > wrong 1',
    ]);
  });

  it('gives the same pairs in whatever order the samples are', () => {
    const samples = [0, 1, 2, 3].map((sample) => wrongAt(sample));
    const conversations = [...samples, rightAt(4), rightAt(5), rightAt(5, 'right too')];
    const expected = toPreferencePairs(conversations);
    expect(expected).toHaveLength(3);
    const anyOrder = fc.shuffledSubarray(conversations, { minLength: conversations.length });
    fc.assert(
      fc.property(anyOrder, (shuffled) => {
        expect(toPreferencePairs(shuffled)).toEqual(expected);
      }),
    );
  });

  it('makes at most as many pairs as it may', () => {
    const conversations = [wrongAt(0), wrongAt(1), rightAt(2), rightAt(3)];
    expect(textsOf(toPreferencePairs(conversations, { maxPairs: 1 }))).toEqual([
      'resample: right 2 > wrong 0',
    ]);
  });

  it('makes none of one kind of answer alone', () => {
    expect(toPreferencePairs([rightAt(0), rightAt(1)])).toEqual([]);
    expect(toPreferencePairs([wrongAt(0), wrongAt(1)])).toEqual([]);
    expect(toPreferencePairs([])).toEqual([]);
  });

  it('gives no part to answers that were not verified, are empty, or count as right and wrong', () => {
    const lost = conversationOf([{ status: 'unverifiable', text: 'lost' }], { sample: 0 });
    const empty = conversationOf([{ status: 'no-answer', text: ' \n' }], { sample: 1 });
    const both = [rightAt(2, 'disputed'), wrongAt(3, 'disputed')];
    expect(toPreferencePairs([lost, empty, ...both, rightAt(4)])).toEqual([]);
    expect(textsOf(toPreferencePairs([lost, empty, ...both, rightAt(4), wrongAt(5)]))).toEqual([
      'resample: right 4 > wrong 5',
    ]);
  });

  it('does not take an answer that saw feedback for an independent one', () => {
    const conversations = [revisedAt(0, 'The sum is 4.'), wrongAt(1)];
    expect(toPreferencePairs(conversations)).toEqual([]);
  });

  it('pairs the revised answer with the first one only when asked to', () => {
    const conversations = [revisedAt(0, 'The sum is 4.'), wrongAt(1)];
    const pairs = toPreferencePairs(conversations, { origins: ['revision'] });
    expect(textsOf(pairs)).toEqual(['revision: The sum is 4. > wrong 0']);
    expect(pairs[0]?.prompt).toEqual(conversations[0]?.prompt);
  });

  it('leaves out a revised answer that speaks of the earlier one', () => {
    const conversations = [revisedAt(0, 'My previous answer was wrong, it is 4.')];
    expect(toPreferencePairs(conversations, { origins: ['revision'] })).toEqual([]);
  });

  it('takes the text that a revised answer is rewritten to, or leaves it out', () => {
    const seen: Conversation[] = [];
    const rewriteRevision = (text: string, conversation: Conversation): string | undefined => {
      seen.push(conversation);
      return text.startsWith('Sorry') ? text.replace('Sorry, it', 'It') : undefined;
    };
    const conversations = [revisedAt(0, 'Sorry, it is 4.'), revisedAt(1, 'Hm, 4.')];
    const pairs = toPreferencePairs(conversations, { origins: ['revision'], rewriteRevision });
    expect(textsOf(pairs)).toEqual(['revision: It is 4. > wrong 0']);
    expect(seen).toEqual(conversations);
  });

  it('takes independent samples first and revisions of what is left', () => {
    const conversations = [revisedAt(0, 'It is 4.'), revisedAt(1, 'It must be 4.'), rightAt(2)];
    const pairs = toPreferencePairs(conversations, { origins: ['revision', 'resample'] });
    expect(textsOf(pairs)).toEqual([
      'resample: right 2 > wrong 0',
      'revision: It must be 4. > wrong 1',
    ]);
  });

  it('makes the texts of answers as it is told', () => {
    const thinking = (status: 'correct' | 'mismatch', sample: number) =>
      conversationOf([{ status, text: status, reasoning: 'Hm.' }], { sample });
    const pairs = toPreferencePairs([thinking('correct', 0), thinking('mismatch', 1)], {
      answerText: withThinkTags,
    });
    expect(pairs[0]?.chosen).toBe('<think>\nHm.\n</think>\n\ncorrect');
    expect(pairs[0]?.rejected).toBe('<think>\nHm.\n</think>\n\nmismatch');
  });

  it('refuses samples of different tasks or prompts, and options that make no sense', () => {
    const sample = rightAt(0);
    const other = conversationOf(['mismatch'], { direction: 'input' });
    expect(() => toPreferencePairs([sample, other])).toThrow(/one task, got the tasks/);
    const reworded = { ...wrongAt(1), prompt: [{ role: 'user', content: 'Else?' }] } as const;
    expect(() => toPreferencePairs([sample, reworded])).toThrow(/different prompts/);
    expect(() => toPreferencePairs(sample as never)).toThrow(/^conversations must be an array/);
    expect(() => toPreferencePairs([], { origins: [] })).toThrow(/^origins must be/);
    expect(() => toPreferencePairs([], { origins: ['best' as never] })).toThrow(/^origins must/);
    expect(() => toPreferencePairs([], { maxPairs: 0 })).toThrow(/^maxPairs must be an integer/);
  });
});
