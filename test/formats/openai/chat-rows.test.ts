import { describe, expect, it } from 'vitest';
import { withThinkTags } from '../../../src/formats/messages/training-messages.js';
import { toFireworksChat } from '../../../src/formats/openai/to-fireworks-chat.js';
import { toOpenAIChat } from '../../../src/formats/openai/to-openai-chat.js';
import { toTogetherChat } from '../../../src/formats/openai/to-together-chat.js';
import { defaultRetryRequest } from '../../../src/index.js';
import { conversationOf, revised, right } from '../support/conversations.js';

describe('toOpenAIChat', () => {
  it('writes the whole conversation, with a weight on every answer and nothing else', () => {
    expect(toOpenAIChat(revised)).toEqual([
      {
        messages: [
          { role: 'system', content: 'Think.' },
          { role: 'user', content: 'What is the output?' },
          { role: 'assistant', content: 'Answer 1 of sample 0: {"output": 1}', weight: 0 },
          { role: 'user', content: `Wrong: 1.\n\n${defaultRetryRequest}` },
          { role: 'assistant', content: 'Answer 2 of sample 0: {"output": 2}', weight: 1 },
        ],
      },
    ]);
  });

  it('writes the weight where all answers are trained, too, for equal fields in all rows', () => {
    expect(toOpenAIChat(right)[0]?.messages.at(-1)).toHaveProperty('weight', 1);
  });

  it('makes the texts of answers as it is told', () => {
    const thinking = conversationOf([{ status: 'correct', text: 'b', reasoning: 'Hm.' }]);
    const [row] = toOpenAIChat(thinking, { answerText: withThinkTags });
    expect(row?.messages.at(-1)?.content).toBe('<think>\nHm.\n</think>\n\nb');
  });

  it('refuses an option that it does not know', () => {
    expect(() => toOpenAIChat(right, { train: 'first-turn' as never })).toThrow(TypeError);
  });
});

describe('toTogetherChat', () => {
  it('gives every message a weight, because one without would be trained', () => {
    const weights = toTogetherChat(revised)[0]?.messages.map(({ weight }) => weight);
    expect(weights).toEqual([0, 0, 0, 0, 1]);
  });

  it('refuses messages that do not take turns', () => {
    const prompt = [
      { role: 'user', content: 'Here is the code.' },
      { role: 'user', content: 'What is the output?' },
    ] as const;
    expect(() => toTogetherChat({ ...right, prompt })).toThrow(
      /: messages\[1\]\.role: two messages of user in a row$/,
    );
  });
});

describe('toFireworksChat', () => {
  it('gives the row a weight only when told to', () => {
    expect(toFireworksChat(right)).toEqual(toOpenAIChat(right));
    const rowWeight = ({ outcome }: { readonly outcome: string }) =>
      outcome === 'revised' ? 2 : 1;
    expect(toFireworksChat(revised, { rowWeight })[0]).toHaveProperty('weight', 2);
    expect(toFireworksChat(right, { rowWeight })[0]).toHaveProperty('weight', 1);
  });

  it('refuses a weight that is no number', () => {
    expect(() => toFireworksChat(right, { rowWeight: () => Number.NaN })).toThrow(
      /^rowWeight must be a function that returns a finite number, got NaN/,
    );
  });
});
