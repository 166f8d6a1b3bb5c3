import { describe, expect, it } from 'vitest';
import { toVerifiers, type VerifiersRow } from '../../../src/formats/reinforcement/to-verifiers.js';
import { toVerl, type VerlRow } from '../../../src/formats/reinforcement/to-verl.js';
import {
  validateVerifiers,
  verifiersFormat,
} from '../../../src/formats/reinforcement/verifiers-format.js';
import { validateVerl, verlFormat } from '../../../src/formats/reinforcement/verl-format.js';
import {
  buildPrompt,
  type Conversation,
  NotRepresentableError,
  promptTemplates,
  verify,
} from '../../../src/index.js';
import { readRewardSpec, toRewardSpec } from '../../../src/rewards/reward-spec.js';
import { createStubSandbox } from '../../../src/testing/index.js';
import { taxTask } from '../../support/fixtures.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';

const task = taxTask('output');
const spec = toRewardSpec(task);

/** A conversation which found that the recorded output is wrong. */
const untrue: Conversation = {
  ...unverifiable,
  turns: unverifiable.turns.map(({ prediction }) => ({
    prediction,
    verdict: { status: 'unverifiable', reason: 'truth-not-reproducible', detail: 'it differs' },
  })),
};

describe('toVerl', () => {
  it('writes a task with all that a rollout and its reward need', () => {
    const prompt = buildPrompt(task);
    expect(toVerl(task)).toEqual({
      data_source: 'codeio/output',
      prompt,
      ability: 'code',
      reward_model: { style: 'rule', ground_truth: spec },
      extra_info: {
        split: 'train',
        index: expect.any(Number),
        task_id: task.id,
        need_tools_kwargs: false,
        interaction_kwargs: { name: 'codeio', query: prompt[0]?.content, ground_truth: spec },
      },
    });
  });

  it('keeps the prompt of a conversation, and nothing of its turns', () => {
    const row = toVerl(revised);
    expect(row.prompt).toEqual(revised.prompt);
    expect(row.extra_info.interaction_kwargs.query).toBe('What is the output?');
    expect(JSON.stringify(row)).not.toContain('Answer 1');
  });

  it('takes names and prompts of its own', () => {
    const options = { dataSource: 'mine', ability: 'x', split: 'test', interaction: 'y' };
    const row = toVerl(taxTask('input'), { ...options, template: promptTemplates.query });
    expect(row).toMatchObject({
      data_source: 'mine/input',
      ability: 'x',
      extra_info: { split: 'test', interaction_kwargs: { name: 'y' } },
    });
    expect(row.prompt).toEqual(buildPrompt(taxTask('input'), { template: promptTemplates.query }));
  });

  it('numbers rows by their tasks, in numbers that every column can hold', () => {
    const { index } = toVerl(task).extra_info;
    expect(Number.isSafeInteger(index)).toBe(true);
    expect(toVerl(task).extra_info.index).toBe(index);
    expect(toVerl(taxTask('input')).extra_info.index).not.toBe(index);
  });

  it('gives a ground truth by which replies are really verified', async () => {
    const sandbox = createStubSandbox(() => ({ status: 'step-limit' }));
    const read = readRewardSpec(toVerl(right).reward_model.ground_truth);
    const text = '{"output": {"gross": 107, "rate": 7}}';
    expect((await verify(read, { text }, { sandbox })).status).toBe('correct');
  });

  it('refuses a problem whose truth is none, and takes one that was only lost', () => {
    expect(() => toVerl(untrue)).toThrow(NotRepresentableError);
    expect(() => toVerl(untrue)).toThrow(/verl: replies cannot be scored: it differs/);
    expect(toVerl(unverifiable).data_source).toBe('codeio/output');
  });
});

describe('toVerifiers', () => {
  it('carries the spec in info, as text', () => {
    const row = toVerifiers(task);
    expect(row).toEqual({
      prompt: buildPrompt(task),
      answer: '{"gross":107,"rate":7}',
      info: JSON.stringify({ ground_truth: spec, direction: 'output', task_id: task.id }),
      example_id: toVerl(task).extra_info.index,
    });
  });

  it('gives the recorded input as the answer to an input task', () => {
    expect(toVerifiers(taxTask('input')).answer).toBe('{"net":100,"rate":7}');
    expect(() => toVerifiers(untrue)).toThrow(/verifiers: replies cannot be scored/);
  });
});

describe.each([
  ['verlFormat', verlFormat()],
  ['verifiersFormat', verifiersFormat()],
] as const)('%s', (_, format) => {
  const samples = [right, revised, unsolved];

  it('makes one row a task, however often it was sampled', () => {
    expect(format.takes).toBe('samples');
    expect(format.toRows(samples)).toHaveLength(1);
    expect(format.toRows([])).toEqual([]);
  });

  it('has exactly the columns of its rows', () => {
    const [row] = format.toRows(samples);
    expect(Object.keys(row ?? {})).toEqual(Object.keys(format.columns));
  });

  it('refuses samples of several tasks, and those of which one found the truth to be none', () => {
    const other = conversationOf(['correct'], { direction: 'input' });
    expect(() => format.toRows([right, other])).toThrow(TypeError);
    expect(() => format.toRows([right, untrue])).toThrow(NotRepresentableError);
  });

  it('brings the reward along', () => {
    const files = format.companions?.({ name: 'rl', files: { train: ['rl/train.jsonl'] } }) ?? [];
    expect(files.map(({ name }) => name)).toContain('compute_score.py');
  });
});

describe('verlFormat', () => {
  it('writes the configuration of multi-turn rollouts under the name in its rows', () => {
    const format = verlFormat({ interaction: 'tax' });
    const files = format.companions?.({ name: 'rl', files: {} }) ?? [];
    const [file] = files.filter(({ name }) => name === 'interaction.yaml');
    expect(file?.text).toContain('- name: tax\n    class_name: compute_score.CodeIOInteraction');
  });
});

async function rulesOf(
  validate: (rows: Iterable<unknown>) => Promise<{ findings: readonly { rule: string }[] }>,
  row: object,
): Promise<string[]> {
  const { findings } = await validate([row]);
  return [...new Set(findings.map(({ rule }) => rule))];
}

describe('validateVerl', () => {
  const row = toVerl(task);

  it('finds nothing in rows that were made here', async () => {
    const { isValid, findings } = await validateVerl([row, toVerl(taxTask('input'))]);
    expect({ isValid, findings }).toEqual({ isValid: true, findings: [] });
  });

  it.each<[string, VerlRow]>([
    ['last-role', { ...row, prompt: [...row.prompt, { role: 'assistant', content: 'x' }] }],
    ['reward-style', { ...row, reward_model: { style: 'model' as 'rule', ground_truth: spec } }],
    ['data-source', { ...row, data_source: '' }],
    [
      'ground-truth-differs',
      { ...row, reward_model: { style: 'rule', ground_truth: toRewardSpec(taxTask('input')) } },
    ],
  ])('reports %s', async (rule, broken) => {
    expect(await rulesOf(validateVerl, broken)).toEqual([rule]);
  });

  it('reports a ground truth that is none', async () => {
    const broken = { ...row, reward_model: { style: 'rule', ground_truth: '42' } };
    expect(await rulesOf(validateVerl, broken)).toContain('ground-truth');
  });
});

describe('validateVerifiers', () => {
  const row = toVerifiers(task);

  it('finds nothing in rows that were made here', async () => {
    expect(await rulesOf(validateVerifiers, row)).toEqual([]);
  });

  it.each<[string, VerifiersRow]>([
    [
      'last-role',
      { ...row, prompt: row.prompt.map((message) => ({ ...message, role: 'system' })) },
    ],
    ['ground-truth', { ...row, info: '{"ground_truth": 42}' }],
    ['ground-truth', { ...row, info: '{' }],
    ['ground-truth', { ...row, info: '[]' }],
  ])('reports %s', async (rule, broken) => {
    expect(await rulesOf(validateVerifiers, broken)).toEqual([rule]);
  });
});
