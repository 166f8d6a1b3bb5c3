import { describe, expect, it } from 'vitest';
import { validateJoined } from '../../src/formats/joined-format.js';
import { singleTurnFormat } from '../../src/formats/single-turn-format.js';
import { type SingleTurnOptions, toSingleTurn } from '../../src/formats/to-single-turn.js';
import type { Conversation } from '../../src/index.js';
import { conversationOf, revised, right, unsolved, unverifiable } from './support/conversations.js';

type Choice = SingleTurnOptions['train'];
const [first] = right.turns.map(({ prediction }) => prediction.text);

function trained(conversation: Conversation, train: Choice): readonly string[] {
  return toSingleTurn(conversation, { train }).map(({ response }) => response);
}

describe('toSingleTurn', () => {
  it.each<[Choice, string, Conversation, readonly unknown[]]>([
    ['correct-turns', 'right', right, [first]],
    ['correct-turns', 'unsolved', unsolved, []],
    ['last-turn', 'right', right, [first]],
    ['every-turn', 'right', right, [first]],
    ['first-turn', 'right', right, [first]],
    ['first-turn', 'revised', revised, [first]],
    ['first-turn', 'unsolved', unsolved, [first]],
    ['first-turn', 'unverifiable later', unverifiable, [first]],
  ])('trains %s of a conversation that was %s', (train, _, conversation, texts) => {
    expect(trained(conversation, train)).toEqual(texts);
  });

  it.each<[Choice, string, Conversation, RegExp]>([
    ['correct-turns', 'revised', revised, /answer 2 is to be trained, which saw feedback/],
    ['last-turn', 'revised', revised, /answer 2/],
    ['last-turn', 'unsolved', unsolved, /answer 2/],
    ['every-turn', 'unsolved', unsolved, /answer 2/],
    ['correct-turns', 'unverifiable', unverifiable, /turn 2 could not be verified/],
    ['every-turn', 'unverifiable', unverifiable, /turn 2 could not be verified/],
    ['first-turn', 'unverifiable', conversationOf(['unverifiable']), /turn 1 could not be/],
  ])('refuses %s of a conversation that was %s', (train, _, conversation, reason) => {
    expect(() => trained(conversation, train)).toThrow(reason);
  });

  it('refuses an empty answer', () => {
    const silent = conversationOf([{ status: 'no-answer', text: ' ' }]);
    expect(() => trained(silent, 'first-turn')).toThrow(/is empty/);
    expect(trained(silent, 'correct-turns')).toEqual([]);
  });

  it('joins the messages of the prompt', () => {
    expect(toSingleTurn(right)).toEqual([
      { prompt: 'Think.\n\nWhat is the output?', response: first },
    ]);
  });

  it('names an unknown choice of what is trained, also before there are rows', () => {
    const train = 'first' as 'first-turn';
    expect(() => toSingleTurn(right, { train })).toThrow(/^train must be one of/);
    expect(() => singleTurnFormat({ train })).toThrow(/^train must be one of/);
  });

  it('is the format of its rows', async () => {
    const rows = singleTurnFormat({ train: 'first-turn' }).toRows([right, revised]);
    expect(rows).toHaveLength(2);
    const copies = rows.map((row, index) => ({ ...row, response: `${row.response}${index}` }));
    expect((await validateJoined(copies)).findings).toEqual([]);
  });
});
