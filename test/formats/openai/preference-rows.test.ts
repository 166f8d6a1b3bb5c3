import { describe, expect, it } from 'vitest';
import { openAIPreferenceFormat } from '../../../src/formats/openai/openai-preference-format.js';
import { toOpenAIPreference } from '../../../src/formats/openai/to-openai-preference.js';
import type { PreferencePair } from '../../../src/formats/samples/preference-pair.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';

const pair: PreferencePair = {
  taskId: 'task',
  origin: 'resample',
  prompt: right.prompt,
  chosen: 'It is 2.',
  rejected: 'It is 3.',
};

describe('toOpenAIPreference', () => {
  it('writes the prompt and one answer on each side', () => {
    expect(toOpenAIPreference(pair)).toEqual({
      input: { messages: right.prompt },
      preferred_output: [{ role: 'assistant', content: 'It is 2.' }],
      non_preferred_output: [{ role: 'assistant', content: 'It is 3.' }],
    });
  });

  it('refuses a prompt that does not end with the user', () => {
    const prompt = [...right.prompt, { role: 'assistant', content: 'Well,' }] as const;
    expect(() => toOpenAIPreference({ ...pair, prompt })).toThrow(
      /: prompt\[2\]\.role: the last message is of assistant, expected user$/,
    );
  });
});

describe('openAIPreferenceFormat', () => {
  const { toRows, takes } = openAIPreferenceFormat();
  const sidesOf = (rows: ReturnType<typeof toRows>) =>
    rows.map((row) => [row.preferred_output[0].content, row.non_preferred_output[0].content]);
  const [rightText, wrongText] = ['Answer 1 of sample 0: {"output": 1}', 'no'];
  const wrong = conversationOf([{ status: 'mismatch', text: wrongText }], { sample: 1 });

  it('takes all samples of a task', () => {
    expect(takes).toBe('samples');
  });

  it.each([
    ['right', right, [[rightText, wrongText]]],
    ['revised: its right answer saw feedback', revised, []],
    ['unsolved', unsolved, []],
    ['unverifiable', unverifiable, []],
  ])(
    'prefers to a wrong sample the first answer of a conversation that is %s',
    (_, other, sides) => {
      expect(sidesOf(toRows([wrong, other]))).toEqual(sides);
    },
  );

  it('prefers a revised answer to the first one only when asked to', () => {
    const format = openAIPreferenceFormat({ origins: ['revision'] });
    expect(sidesOf(format.toRows([revised]))).toEqual([
      ['Answer 2 of sample 0: {"output": 2}', 'Answer 1 of sample 0: {"output": 1}'],
    ]);
    expect(format.toRows([right])).toEqual([]);
    expect(format.toRows([unsolved])).toEqual([]);
    expect(format.toRows([unverifiable])).toEqual([]);
  });
});
