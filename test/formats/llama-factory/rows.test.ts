import { describe, expect, it } from 'vitest';
import { toLlamaFactoryAlpaca } from '../../../src/formats/llama-factory/to-llama-factory-alpaca.js';
import { toLlamaFactoryRanking } from '../../../src/formats/llama-factory/to-llama-factory-ranking.js';
import { toLlamaFactoryShareGPT } from '../../../src/formats/llama-factory/to-llama-factory-sharegpt.js';
import { toLlamaFactoryUnpaired } from '../../../src/formats/llama-factory/to-llama-factory-unpaired.js';
import { withThinkTags } from '../../../src/formats/messages/training-messages.js';
import type { PreferencePair, RatedAnswer } from '../../../src/formats/samples/preference-pair.js';
import { type ChatMessage, defaultRetryRequest } from '../../../src/index.js';
import { conversationOf, revised } from '../support/conversations.js';

const system: ChatMessage = { role: 'system', content: 'Think.' };
const question: ChatMessage = { role: 'user', content: 'What?' };
const answer: ChatMessage = { role: 'assistant', content: 'This.' };
const retry = `Wrong: 1.\n\n${defaultRetryRequest}`;
const [wrong, right] = revised.turns.map(({ prediction }) => prediction.text);

function pair(prompt: readonly ChatMessage[]): PreferencePair {
  return { taskId: 'a', origin: 'resample', prompt, chosen: 'Yes.', rejected: 'No.' };
}

function rated(prompt: readonly ChatMessage[], label: boolean, completion = 'Yes.'): RatedAnswer {
  return { taskId: 'a', prompt, completion, label };
}

describe('toLlamaFactoryShareGPT', () => {
  it('puts the system message into its own column', () => {
    expect(toLlamaFactoryShareGPT(revised)).toEqual([
      {
        conversations: [
          { from: 'human', value: 'What is the output?' },
          { from: 'gpt', value: wrong },
          { from: 'human', value: retry },
          { from: 'gpt', value: right },
        ],
        system: 'Think.',
      },
    ]);
  });

  it('has the same columns without a system message', () => {
    const [row] = toLlamaFactoryShareGPT({ ...revised, prompt: [question] });
    expect(row).toMatchObject({ system: '' });
  });

  it.each([
    ['two users', [question, question], 'message 2 is of role user where assistant has to come'],
    ['a late system', [question, system], 'message 2 is of role system where assistant'],
    ['two systems', [system, system, question], 'message 2 is of role system where user'],
    ['an answer last', [system, question, answer], 'message 4 is of role assistant where user'],
    ['no prompt', [], 'message 1 is of role assistant where user'],
  ])('refuses a prompt with %s', (_, prompt, problem) => {
    expect(() => toLlamaFactoryShareGPT({ ...revised, prompt })).toThrow(problem);
  });

  it('takes other texts for the answers', () => {
    const thought = conversationOf([{ status: 'correct', text: 'It is 1.', reasoning: 'Hm.' }]);
    const [row] = toLlamaFactoryShareGPT(thought, { answerText: withThinkTags });
    expect(row?.conversations.at(-1)?.value).toBe('<think>\nHm.\n</think>\n\nIt is 1.');
  });

  it('names an unknown choice of what is trained', () => {
    expect(() => toLlamaFactoryShareGPT(revised, { train: 'all' as 'every-turn' })).toThrow(
      /^train must be one of/,
    );
  });
});

describe('toLlamaFactoryAlpaca', () => {
  it('puts what came before the last answer into the history', () => {
    expect(toLlamaFactoryAlpaca(revised)).toEqual([
      {
        instruction: retry,
        input: '',
        output: right,
        system: 'Think.',
        history: [['What is the output?', wrong]],
      },
    ]);
  });
});

describe('toLlamaFactoryRanking', () => {
  it('ends the conversation with the user and holds the answers as messages', () => {
    expect(toLlamaFactoryRanking(pair([system, question]))).toEqual({
      conversations: [{ from: 'human', value: 'What?' }],
      chosen: { from: 'gpt', value: 'Yes.' },
      rejected: { from: 'gpt', value: 'No.' },
      system: 'Think.',
    });
    expect(toLlamaFactoryRanking(pair([question, answer, question])).conversations).toHaveLength(3);
  });

  it('refuses a prompt that does not end with the user', () => {
    expect(() => toLlamaFactoryRanking(pair([question, answer]))).toThrow(
      'the last message has to be of role user',
    );
    expect(() => toLlamaFactoryRanking(pair([system]))).toThrow('of role user');
  });
});

describe('toLlamaFactoryUnpaired', () => {
  it('ends the conversation with the answer and marks it with a boolean', () => {
    expect(toLlamaFactoryUnpaired(rated([question], false))).toEqual({
      conversations: [
        { from: 'human', value: 'What?' },
        { from: 'gpt', value: 'Yes.' },
      ],
      kto_tag: false,
      system: '',
    });
    const later = toLlamaFactoryUnpaired(rated([system, question, answer, question], true));
    expect(later.conversations).toHaveLength(4);
    expect(later).toMatchObject({ kto_tag: true, system: 'Think.' });
  });

  it('refuses an empty answer, which LLaMA-Factory takes for an unwanted one', () => {
    expect(() => toLlamaFactoryUnpaired(rated([question], true, ''))).toThrow(/answer is empty/);
  });

  it('refuses a prompt that ends with an answer', () => {
    expect(() => toLlamaFactoryUnpaired(rated([question, answer], true))).toThrow(
      'message 3 is of role assistant where user has to come',
    );
  });
});
