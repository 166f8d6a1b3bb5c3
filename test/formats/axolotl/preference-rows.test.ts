import { describe, expect, it } from 'vitest';
import { axolotlPreferenceFormat } from '../../../src/formats/axolotl/axolotl-preference-format.js';
import { axolotlUnpairedFormat } from '../../../src/formats/axolotl/axolotl-unpaired-format.js';
import { toAxolotlPreference } from '../../../src/formats/axolotl/to-axolotl-preference.js';
import { toAxolotlUnpaired } from '../../../src/formats/axolotl/to-axolotl-unpaired.js';
import { toRatedAnswers } from '../../../src/formats/samples/to-rated-answers.js';
import { NotRepresentableError } from '../../../src/index.js';
import { conversationOf, revised, right, unverifiable } from '../support/conversations.js';

const prompt = [
  { role: 'system', content: 'Think.' },
  { role: 'user', content: 'What is the output?' },
] as const;
const pair = { taskId: 'a', origin: 'resample', prompt } as const;

/**
 * Axolotl (`prompt_strategies/dpo/chat_template.py`): the answer is what the template made from the
 * first place on where the text of the answer is found; Python counts -1, not found, from the end.
 */
function trainedText(content: string, template: (content: string) => string): string {
  const text = `<user>[[dummy_message]]<assistant>${template(content)}<end>`;
  return text.slice(text.indexOf(content));
}

describe('toAxolotlPreference', () => {
  it('writes prompt and answers as messages', () => {
    const wrong = conversationOf(['mismatch'], { sample: 1 });
    expect(axolotlPreferenceFormat().toRows([right, wrong])).toEqual([
      {
        messages: prompt,
        chosen: { role: 'assistant', content: 'Answer 1 of sample 0: {"output": 1}' },
        rejected: { role: 'assistant', content: 'Answer 1 of sample 1: {"output": 1}' },
      },
    ]);
  });

  it('trims answers, which a template that trims would otherwise leave with one character', () => {
    const row = toAxolotlPreference({ ...pair, chosen: '\nRight.\n', rejected: ' Wrong. ' });
    const template = (content: string): string => content.trim();
    expect(trainedText('\nRight.\n', template)).toBe('>');
    expect(trainedText(row.chosen.content, template)).toBe('Right.<end>');
    expect(trainedText(row.rejected.content, template)).toBe('Wrong.<end>');
  });

  it('makes no pair of answers that differ in white space alone', () => {
    const samples = [
      conversationOf([{ status: 'correct', text: 'It is 1.' }]),
      conversationOf([{ status: 'mismatch', text: 'It is 1.\n' }], { sample: 1 }),
    ];
    expect(axolotlPreferenceFormat().toRows(samples)).toEqual([]);
  });

  it('refuses a prompt that does not end with the user', () => {
    const answered = [...prompt, { role: 'assistant', content: '1' }] as const;
    expect(() =>
      toAxolotlPreference({ ...pair, prompt: answered, chosen: 'a', rejected: 'b' }),
    ).toThrow(NotRepresentableError);
  });
});

describe('toAxolotlUnpaired', () => {
  const [wrong, afterFeedback] = toRatedAnswers([revised]);

  it('writes a prompt of one message as text, and the system message beside it', () => {
    expect(wrong && toAxolotlUnpaired(wrong)).toEqual({
      system: 'Think.',
      prompt: 'What is the output?',
      completion: 'Answer 1 of sample 0: {"output": 1}',
      label: false,
    });
    const answer = { taskId: 'a', prompt: prompt.slice(1), completion: 'It is 1.', label: true };
    expect(toAxolotlUnpaired(answer)).toMatchObject({ system: '', prompt: 'What is the output?' });
  });

  it('refuses the answer to feedback, whose prompt is a conversation', () => {
    expect(() => afterFeedback && toAxolotlUnpaired(afterFeedback)).toThrow(
      /it has the messages system, user, assistant, user$/,
    );
    const answer = { taskId: 'a', completion: 'It is 1.', label: true };
    expect(() => toAxolotlUnpaired({ ...answer, prompt: [] })).toThrow(/the messages none$/);
    expect(() => toAxolotlUnpaired({ ...answer, prompt: prompt.slice(0, 1) })).toThrow(
      NotRepresentableError,
    );
  });

  it('makes rows of first answers alone', () => {
    const rows = axolotlUnpairedFormat().toRows([right, revised, unverifiable]);
    expect(rows.map(({ label }) => label)).toEqual([true, false, false]);
    expect(JSON.stringify(rows)).not.toContain('Answer 2');
  });
});
