import { afterAll, describe, expect, it } from 'vitest';
import { createSandbox, defineFunction, type Task, type VerdictStatus } from '../../src/index.js';
import { toRewardSpec } from '../../src/rewards/reward-spec.js';
import { scoreReply } from '../../src/rewards/score-reply.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { addTax, taxTask } from '../support/fixtures.js';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox[Symbol.asyncDispose]());

const output = toRewardSpec(taxTask('output'));
const input = toRewardSpec(taxTask('input'));
const lost = createStubSandbox(() => ({ status: 'lost' }));

describe('scoreReply', () => {
  it.each<[string, string, number, VerdictStatus, string | undefined]>([
    ['a right output', '{"output": {"gross": 107, "rate": 7}}', 1, 'correct', undefined],
    ['a wrong output', '{"output": {"gross": 100, "rate": 7}}', 0, 'mismatch', undefined],
    ['no answer', 'It depends.', 0, 'no-answer', 'nothing-found'],
  ])('scores %s', async (_, text, score, status, detail) => {
    expect(await scoreReply(output, text, { sandbox })).toEqual({ score, status, detail });
  });

  it.each<[string, string, number, VerdictStatus, string | undefined]>([
    ['the recorded input', '{"input": {"net": 100, "rate": 7}}', 1, 'correct', undefined],
    [
      'an input that leads elsewhere',
      '{"input": {"net": 99, "rate": 7}}',
      0,
      'mismatch',
      undefined,
    ],
    ['a missing variable', '{"input": {"net": 99}}', 0, 'invalid-input', '"rate" is missing'],
    [
      'an input for which the code throws',
      '{"input": {"net": -1, "rate": 7}}',
      0,
      'runtime-error',
      'RangeError: negative price',
    ],
  ])('scores %s', async (_, text, score, status, detail) => {
    expect(await scoreReply(input, text, { sandbox })).toEqual({ score, status, detail });
  });

  it('takes the task itself as well', async () => {
    const { score } = await scoreReply(taxTask('output'), '{"output": 1}', { sandbox });
    expect(score).toBe(0);
  });

  it('has no score for a reply that could not be verified, whatever the table says', async () => {
    const scores = () => 0;
    const reply = '{"input": {"net": 100, "rate": 7}}';
    expect(await scoreReply(input, reply, { sandbox: lost, scores, feedback: true })).toEqual({
      score: null,
      status: 'unverifiable',
      detail: 'sandbox-lost: the sandbox lost the call 3 times',
    });
    const wrongTruth = { ...taxTask('output'), pair: { input: { net: 1, rate: 1 }, output: 3 } };
    const found = await scoreReply(toRewardSpec(wrongTruth), '{"output": 2}', { sandbox });
    expect(found).toMatchObject({ score: null, status: 'unverifiable' });
    expect(found.detail).toMatch(/^truth-not-reproducible: /);
  });

  it('tells the feedback when asked, in other words when given', async () => {
    const reply = '{"output": 7}';
    const { feedback } = await scoreReply(output, reply, { sandbox, feedback: true });
    expect(feedback).toMatch(/^Wrong output\. For the input {"net": 100, "rate": 7}/);
    const formatFeedback = (task: Task) => `No (${task.direction}).`;
    expect(await scoreReply(output, reply, { sandbox, feedback: true, formatFeedback })).toEqual({
      score: 0,
      status: 'mismatch',
      feedback: 'No (output).',
    });
  });

  it('takes another worth of verdicts, as a table or a function', async () => {
    const scores = { correct: 2, 'no-answer': -0.5 };
    const score = async (text: string, scoring: Parameters<typeof scoreReply>[2]['scores']) =>
      (await scoreReply(output, text, { sandbox, scores: scoring })).score;
    expect(await score('{"output": {"gross": 107, "rate": 7}}', scores)).toBe(2);
    expect(await score('?', scores)).toBe(-0.5);
    expect(await score('{"output": 0}', scores)).toBe(0);
    expect(await score('{"output": 0}', (verdict) => verdict.status.length)).toBe(8);
  });

  it('bounds what a guest can put into the detail', async () => {
    const code = 'function addTax() { throw new Error("x".repeat(5000)); }';
    const fn = defineFunction({ ...addTax, id: undefined, code });
    const reply = '{"input": {"net": 1, "rate": 1}}';
    const options = { sandbox, checkTruth: false };
    const { status, detail } = await scoreReply(taxTask('input', fn), reply, options);
    expect(status).toBe('runtime-error');
    expect(detail).toMatch(/^Error: x+…$/);
    expect(detail?.length).toBeLessThanOrEqual(500);
  });

  it('refuses misuse, naming the option', async () => {
    const score = (scores: unknown) =>
      scoreReply(output, '{"output": 0}', { sandbox, scores: scores as () => number });
    await expect(score(1)).rejects.toThrow('scores must be a table');
    await expect(score({ unverifiable: 0 })).rejects.toThrow('scores must be a table with keys');
    await expect(score({ mismatch: '0' })).rejects.toThrow('scores.mismatch must be a finite');
    await expect(score(() => Number.NaN)).rejects.toThrow('scores() must be a finite number');
    await expect(scoreReply('{}', '', { sandbox })).rejects.toThrow('this is no reward spec');
    await expect(scoreReply(output, 7 as never, { sandbox })).rejects.toThrow('prediction.text');
  });
});
