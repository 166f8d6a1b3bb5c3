import { describe, expect, it } from 'vitest';
import { joinedFormat, validateJoined } from '../../src/formats/joined-format.js';
import type { TrainedTurns } from '../../src/formats/trained-turns.js';
import { type Conversation, toJoined } from '../../src/index.js';
import { revised, right, unsolved, unverifiable } from './support/conversations.js';

/** Trainers of prompt and response train the whole response and nothing of the prompt. */
function trained(conversation: Conversation, train?: TrainedTurns): readonly string[] {
  return joinedFormat({ train })
    .toRows([conversation])
    .map(({ response }) => response);
}

/** The answers that a text holds. */
function answersIn(text: string): readonly string[] {
  return [...text.matchAll(/Answer \d of sample 0/g)].map(([answer]) => answer);
}

describe('joinedFormat', () => {
  it.each<[TrainedTurns, string, Conversation, readonly (readonly string[])[]]>([
    ['correct-turns', 'right', right, [['Answer 1 of sample 0']]],
    ['correct-turns', 'unsolved', unsolved, []],
    ['last-turn', 'right', right, [['Answer 1 of sample 0']]],
    ['every-turn', 'right', right, [['Answer 1 of sample 0']]],
    ['every-turn', 'revised', revised, [['Answer 1 of sample 0', 'Answer 2 of sample 0']]],
    ['every-turn', 'unsolved', unsolved, [['Answer 1 of sample 0', 'Answer 2 of sample 0']]],
  ])('trains %s of a conversation that was %s', (train, _, conversation, answers) => {
    expect(trained(conversation, train).map(answersIn)).toEqual(answers);
  });

  it.each<[TrainedTurns, string, Conversation, RegExp]>([
    ['correct-turns', 'revised', revised, /answer 1 is not to be trained/],
    ['last-turn', 'revised', revised, /answer 1 is not to be trained/],
    ['last-turn', 'unsolved', unsolved, /answer 1 is not to be trained/],
    ['correct-turns', 'unverifiable', unverifiable, /turn 2 could not be verified/],
    ['last-turn', 'unverifiable', unverifiable, /turn 2 could not be verified/],
    ['every-turn', 'unverifiable', unverifiable, /turn 2 could not be verified/],
  ])('refuses %s of a conversation that was %s', (train, _, conversation, reason) => {
    expect(() => trained(conversation, train)).toThrow(reason);
  });

  it('trains all turns when nothing is chosen, as the paper does', () => {
    expect(trained(revised)).toEqual([toJoined(revised).response]);
  });

  it('takes other sentences', () => {
    const template = { right: 'Yes!' };
    const [row] = joinedFormat({ template }).toRows([right]);
    expect(row?.response).toMatch(/Yes!$/);
  });

  it('names an unknown choice of what is trained before there are rows', () => {
    expect(() => joinedFormat({ train: 'all' as 'every-turn' })).toThrow(/^train must be one of/);
  });
});

describe('validateJoined', () => {
  it('tells of a response or a prompt without a text', async () => {
    const { findings } = await validateJoined([
      toJoined(revised),
      { prompt: 'What?', response: '' },
      { prompt: null, response: 'This.' },
    ]);
    expect(findings).toMatchObject([
      { rule: 'empty-text', row: 2, field: 'response' },
      { rule: 'empty-text', row: 3, field: 'prompt' },
    ]);
  });
});
