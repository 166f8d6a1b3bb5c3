import { describe, expect, it } from 'vitest';
import {
  openAIPreferenceFormat,
  validateOpenAIPreference,
} from '../../../src/formats/openai/openai-preference-format.js';
import {
  openAIReinforcementFormat,
  validateOpenAIReinforcement,
} from '../../../src/formats/openai/openai-reinforcement-format.js';
import { conversationOf, right } from '../support/conversations.js';
import { rulesOf } from './support/rules-of.js';

const samples = Array.from({ length: 20 }, (_, sample) =>
  conversationOf([sample % 2 === 0 ? 'correct' : 'mismatch'], { sample }),
);

describe('validateOpenAIPreference', () => {
  const rows = openAIPreferenceFormat().toRows(samples);
  const check = (changes: object) => rulesOf(validateOpenAIPreference, { ...rows[0], ...changes });
  const answer = { role: 'assistant', content: 'It is 1.' };
  const user = { role: 'user', content: 'What?' };

  it('finds nothing in the rows of its own format, and wants ten', async () => {
    expect(rows).toHaveLength(10);
    expect(await validateOpenAIPreference(rows)).toMatchObject({ findings: [], isValid: true });
    expect((await validateOpenAIPreference(rows.slice(1))).isValid).toBe(false);
  });

  it('wants exactly one message of the assistant in each output', async () => {
    expect(await check({ preferred_output: [] })).toEqual(['one-output preferred_output']);
    expect(await check({ preferred_output: [answer, answer] })).toEqual([
      'one-output preferred_output',
    ]);
    expect(await check({ non_preferred_output: [user] })).toEqual([
      'unknown-role non_preferred_output[0].role',
    ]);
    expect(await check({ preferred_output: [{ ...answer, content: '' }] })).toEqual([
      'empty-message preferred_output[0].content',
    ]);
  });

  it('wants different outputs', async () => {
    expect(await check({ preferred_output: [answer], non_preferred_output: [answer] })).toEqual([
      'equal-outputs non_preferred_output[0].content',
    ]);
  });

  it('wants a prompt that ends with the user and has no weights', async () => {
    expect(await check({ input: { messages: [user, answer] } })).toEqual([
      'last-role input.messages[1].role',
    ]);
    expect(await check({ input: { messages: [] } })).toEqual(['no-messages input.messages']);
  });

  it('finds the names of the older specification', async () => {
    const { preferred_output, ...rest } = rows[0] ?? {};
    const row = { ...rest, preferred_completion: preferred_output };
    expect(await rulesOf(validateOpenAIPreference, row)).toContain(
      'unknown-column preferred_completion',
    );
  });
});

describe('validateOpenAIReinforcement', () => {
  const [row] = openAIReinforcementFormat().toRows([right]);
  const check = (changes: object) => rulesOf(validateOpenAIReinforcement, { ...row, ...changes });
  const user = { role: 'user', content: 'What?' };

  it('finds nothing in a row of its own format, but wants ten', async () => {
    expect(await check({})).toEqual([]);
    expect((await validateOpenAIReinforcement([row])).isValid).toBe(false);
  });

  it('wants the developer in place of the system, and the user last', async () => {
    const system = { role: 'system', content: 'Think.' };
    expect(await check({ messages: [system, user] })).toEqual(['unknown-role messages[0].role']);
    const answer = { role: 'assistant', content: 'It is 1.' };
    expect(await check({ messages: [user, answer] })).toEqual(['last-role messages[1].role']);
  });

  it('wants a specification that an answer can be verified with', async () => {
    expect(await check({ reward_spec: '{}' })).toEqual(['reward-spec reward_spec']);
    expect(await check({ reward_spec: 'It is 1.' })).toEqual(['reward-spec reward_spec']);
  });
});
