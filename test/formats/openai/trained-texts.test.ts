import { describe, expect, it } from 'vitest';
import { toFireworksChat } from '../../../src/formats/openai/to-fireworks-chat.js';
import { toOpenAIChat } from '../../../src/formats/openai/to-openai-chat.js';
import { toTogetherChat } from '../../../src/formats/openai/to-together-chat.js';
import type { TrainedTurns } from '../../../src/formats/trained-turns.js';
import { type Conversation, NotRepresentableError } from '../../../src/index.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';

interface Message {
  readonly role: string;
  readonly content: string;
  readonly weight?: 0 | 1;
}
interface Row {
  readonly messages: readonly Message[];
  readonly weight?: number | undefined;
}

/** OpenAI: assistant messages are trained; a weight of 0 takes one out. */
function trainedByOpenAI({ messages }: Row): readonly string[] {
  return messages
    .filter(({ role, weight }) => role === 'assistant' && weight !== 0)
    .map(({ content }) => content);
}

/** Together: answers alone, until a message has a weight; then all messages but those with 0. */
function trainedByTogether({ messages }: Row): readonly string[] {
  const isWeighted = messages.some(({ weight }) => weight !== undefined);
  return messages
    .filter(({ role, weight }) => (isWeighted ? weight !== 0 : role === 'assistant'))
    .map(({ content }) => content);
}

/** Fireworks: as OpenAI; a row with the weight 0 is not trained at all. */
function trainedByFireworks(row: Row): readonly string[] {
  return row.weight === 0 ? [] : trainedByOpenAI(row);
}

const targets: readonly [
  string,
  (conversation: Conversation, options: { readonly train: TrainedTurns }) => readonly Row[],
  (row: Row) => readonly string[],
][] = [
  ['OpenAI', toOpenAIChat, trainedByOpenAI],
  ['Together', toTogetherChat, trainedByTogether],
  ['Fireworks', toFireworksChat, trainedByFireworks],
];

const first = 'Answer 1 of sample 0: {"output": 1}';
const second = 'Answer 2 of sample 0: {"output": 2}';

/** What is trained of right, revised and unsolved conversations; undefined makes no row. */
const cells: Readonly<
  Record<TrainedTurns, Readonly<Record<string, readonly string[] | undefined>>>
> = {
  'every-turn': { right: [first], revised: [first, second], unsolved: [first, second] },
  'last-turn': { right: [first], revised: [second], unsolved: [second] },
  'correct-turns': { right: [first], revised: [second], unsolved: undefined },
};

const conversations: Readonly<Record<string, Conversation>> = { right, revised, unsolved };

describe.each(targets)('what %s trains', (_, write, trainedOf) => {
  for (const [train, outcomes] of Object.entries(cells) as [
    TrainedTurns,
    (typeof cells)[TrainedTurns],
  ][]) {
    for (const [outcome, texts] of Object.entries(outcomes)) {
      const conversation = conversations[outcome] as Conversation;
      const seen = texts === undefined ? 'nothing' : `answers ${texts.length}`;
      it(`is with ${train} of a conversation that is ${outcome}: ${seen}`, () => {
        const rows = write(conversation, { train });
        expect(rows.map(trainedOf)).toEqual(texts === undefined ? [] : [texts]);
        for (const { messages } of rows) {
          expect(messages.at(-1)?.role).toBe('assistant');
          expect(messages.map(({ role }) => role).slice(0, 2)).toEqual(['system', 'user']);
        }
      });
    }

    it(`is with ${train} never an answer that was not verified`, () => {
      expect(() => write(unverifiable, { train })).toThrow(
        /^cannot be written as (OpenAI|Together|Fireworks) chat: turn 2 could not be verified$/,
      );
    });
  }

  it('is no answer that the prompt itself shows', () => {
    const prompt = [
      { role: 'user', content: 'What is 1 + 1?' },
      { role: 'assistant', content: '{"output": 2}' },
      { role: 'user', content: 'What is the output?' },
    ] as const;
    expect(write({ ...right, prompt }, { train: 'every-turn' }).map(trainedOf)).toEqual([[first]]);
  });

  it('is nothing that the trainer would not take: an empty answer, a late system message', () => {
    const empty = conversationOf([{ status: 'no-answer', text: '\n' }, 'correct']);
    expect(() => write(empty, { train: 'every-turn' })).toThrow(
      /: messages\[2\]\.content: .* empty and trained$/,
    );
    expect(write(empty, { train: 'last-turn' }).map(trainedOf)).toEqual([[second]]);
    const prompt = [...right.prompt].reverse();
    expect(() => write({ ...right, prompt }, { train: 'last-turn' })).toThrow(
      NotRepresentableError,
    );
  });
});
