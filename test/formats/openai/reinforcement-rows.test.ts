import { describe, expect, it } from 'vitest';
import { openAIReinforcementFormat } from '../../../src/formats/openai/openai-reinforcement-format.js';
import { toOpenAIReinforcement } from '../../../src/formats/openai/to-openai-reinforcement.js';
import { type Conversation, promptTemplates } from '../../../src/index.js';
import { readRewardSpec } from '../../../src/rewards/reward-spec.js';
import { taxTask } from '../../support/fixtures.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';

const refuted: Conversation = {
  ...unverifiable,
  turns: unverifiable.turns.map((turn) =>
    turn.verdict.status === 'unverifiable'
      ? { ...turn, verdict: { ...turn.verdict, reason: 'truth-not-reproducible' } }
      : turn,
  ),
};

describe('toOpenAIReinforcement', () => {
  it('writes the prompt of a task and what a grader needs', () => {
    const task = taxTask('output');
    const row = toOpenAIReinforcement(task, { template: promptTemplates.query });
    expect(row.messages.at(-1)?.role).toBe('user');
    expect(row.messages.at(-1)?.content).toContain('"net": 100');
    expect(row).toMatchObject({
      task_id: task.id,
      direction: 'output',
      reference_answer: '{"output": {"gross": 107, "rate": 7}}',
    });
    expect(readRewardSpec(row.reward_spec)).toMatchObject({ id: task.id, pair: task.pair });
  });

  it('gives an input task one of its right answers, and the wanted output in the spec', () => {
    const row = toOpenAIReinforcement(taxTask('input'));
    expect(row.direction).toBe('input');
    expect(row.reference_answer).toBe('{"input": {"net": 100, "rate": 7}}');
    expect(readRewardSpec(row.reward_spec).pair.output).toEqual({ gross: 107, rate: 7 });
  });

  it('calls the system developer', () => {
    expect(toOpenAIReinforcement(right).messages).toEqual([
      { role: 'developer', content: 'Think.' },
      { role: 'user', content: 'What is the output?' },
    ]);
  });

  it.each([
    ['right', right],
    ['revised', revised],
    ['unsolved', unsolved],
    ['unverifiable because the sandbox was lost', unverifiable],
  ])('trains no answer of a conversation that is %s', (_, conversation) => {
    const { messages } = toOpenAIReinforcement(conversation);
    expect(messages.map(({ role }) => role)).toEqual(['developer', 'user']);
  });

  it('refuses a task whose truth is not what its code returns', () => {
    expect(() => toOpenAIReinforcement(refuted)).toThrow(/its truth is not what the code returns/);
  });

  it('refuses a prompt that does not end with the user', () => {
    const prompt = [{ role: 'system', content: 'Think.' }] as const;
    expect(() => toOpenAIReinforcement({ ...right, prompt })).toThrow(
      /the last message is of system/,
    );
    expect(() => toOpenAIReinforcement({ ...right, prompt: [] })).toThrow(
      /: prompt: there are no messages$/,
    );
  });
});

describe('openAIReinforcementFormat', () => {
  const { toRows } = openAIReinforcementFormat();

  it('writes one row of a task, however many samples there are', () => {
    expect(toRows([right, revised, unsolved])).toEqual([toOpenAIReinforcement(right)]);
    expect(toRows([])).toEqual([]);
  });

  it('refuses samples of which one refutes the task, and samples of different tasks', () => {
    expect(() => toRows([right, refuted])).toThrow(/its truth/);
    const other = conversationOf(['correct'], { direction: 'input' });
    expect(() => toRows([right, other])).toThrow(/one task/);
  });
});
