import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainedTurns } from '../../../src/formats/trained-turns.js';
import {
  type TrlLanguageModellingRow,
  toTrlLanguageModelling,
} from '../../../src/formats/trl/to-trl-language-modelling.js';
import {
  type TrlPromptCompletionRow,
  toTrlPromptCompletion,
} from '../../../src/formats/trl/to-trl-prompt-completion.js';
import { type Conversation, NotRepresentableError } from '../../../src/index.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';
import {
  anyConversation,
  anyTrain,
  trainChoices,
  wantedTexts,
} from '../support/random-conversations.js';

/** `assistant_only_loss`: all messages of the assistant are trained. */
function trainedMessages({ messages }: TrlLanguageModellingRow): readonly string[] {
  return messages.filter(({ role }) => role === 'assistant').map(({ content }) => content);
}

/** `completion_only_loss`: all that follows the prompt is trained. */
function trainedCompletion({ completion }: TrlPromptCompletionRow): readonly string[] {
  return completion.map(({ content }) => content);
}

const first = 'Answer 1 of sample 0: {"output": 1}';
const second = 'Answer 2 of sample 0: {"output": 2}';

type Cell = readonly [TrainedTurns, string, Conversation, readonly string[]];

const cells: readonly Cell[] = [
  ['correct-turns', 'right', right, [first]],
  ['correct-turns', 'revised', revised, [second]],
  ['correct-turns', 'unsolved', unsolved, []],
  ['last-turn', 'right', right, [first]],
  ['last-turn', 'revised', revised, [second]],
  ['last-turn', 'unsolved', unsolved, [second]],
  ['every-turn', 'right', right, [first]],
  ['every-turn', 'revised', revised, [first, second]],
  ['every-turn', 'unsolved', unsolved, [first, second]],
];

describe('TRL prompt-completion rows', () => {
  it.each(cells)('train %s of a conversation that was %s', (train, _, conversation, texts) => {
    const rows = toTrlPromptCompletion(conversation, { train });
    expect(rows.map(trainedCompletion)).toEqual(texts.map((text) => [text]));
  });

  it.each(trainChoices)('refuse %s of a conversation that was unverifiable', (train) => {
    expect(() => toTrlPromptCompletion(unverifiable, { train })).toThrow(
      /^cannot be written as TRL prompt-completion: turn 2 could not be verified$/,
    );
  });

  it('train what is asked for, and nothing else, whatever the conversation', () => {
    fc.assert(
      fc.property(anyConversation, anyTrain, (conversation, train) => {
        const rows = toTrlPromptCompletion(conversation, { train });
        expect(rows.flatMap(trainedCompletion)).toEqual(wantedTexts(conversation, train));
        for (const { prompt } of rows) expect(prompt.at(-1)?.role).toBe('user');
      }),
    );
  });
});

describe('TRL language modelling rows', () => {
  const isRefused = (cell: Cell): boolean => {
    const [train, , conversation, texts] = cell;
    return train !== 'every-turn' && texts.length > 0 && conversation !== right;
  };

  it.each(cells.filter((cell) => !isRefused(cell)))(
    'train %s of a conversation that was %s',
    (train, _, conversation, texts) => {
      const rows = toTrlLanguageModelling(conversation, { train });
      expect(rows.map(trainedMessages)).toEqual(texts.length === 0 ? [] : [texts]);
    },
  );

  it.each(cells.filter(isRefused))(
    'refuse %s of a conversation that was %s',
    (train, _, conversation) => {
      expect(() => toTrlLanguageModelling(conversation, { train })).toThrow(
        /: message 3 is an answer that is not to be trained, and TRL trains all answers/,
      );
    },
  );

  it.each(trainChoices)('refuse %s of a conversation that was unverifiable', (train) => {
    expect(() => toTrlLanguageModelling(unverifiable, { train })).toThrow(
      /turn 2 could not be verified/,
    );
  });

  it('refuse an answer that the prompt shows, which would be trained, too', () => {
    const prompt = [
      { role: 'user', content: 'What is 1 + 1?' },
      { role: 'assistant', content: '2' },
      { role: 'user', content: 'What is 1 + 2?' },
    ] as const;
    expect(() => toTrlLanguageModelling({ ...right, prompt })).toThrow(/: message 2 is an answer/);
    const [row] = toTrlPromptCompletion({ ...right, prompt });
    expect(row).toEqual({ prompt, completion: [{ role: 'assistant', content: first }] });
  });

  it('train what is asked for or are refused, whatever the conversation', () => {
    fc.assert(
      fc.property(anyConversation, anyTrain, (conversation, train) => {
        const wanted = wantedTexts(conversation, train);
        const isWhole = wanted.length === 0 || wanted.length === conversation.turns.length;
        const write = () => toTrlLanguageModelling(conversation, { train });
        if (isWhole) expect(write().flatMap(trainedMessages)).toEqual(wanted);
        else expect(write).toThrow(NotRepresentableError);
      }),
    );
  });
});

describe('a trained answer without a text', () => {
  const empty = conversationOf([{ status: 'no-answer', text: ' \n' }, 'correct']);

  it.each([
    ['language modelling', toTrlLanguageModelling],
    ['prompt-completion', toTrlPromptCompletion],
  ] as const)('is refused in TRL %s rows', (_, write) => {
    expect(() => write(empty, { train: 'every-turn' })).toThrow(
      /: message 3 is to be trained and is empty$/,
    );
  });

  it('may be context', () => {
    expect(toTrlPromptCompletion(empty).flatMap(trainedCompletion)).toEqual([second]);
  });
});
