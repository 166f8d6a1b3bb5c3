import { describe, expect, it } from 'vitest';
import { toPreferencePairs } from '../../../src/formats/samples/to-preference-pairs.js';
import { toRatedAnswers } from '../../../src/formats/samples/to-rated-answers.js';
import { toTrlPreference } from '../../../src/formats/trl/to-trl-preference.js';
import { toTrlPromptCompletion } from '../../../src/formats/trl/to-trl-prompt-completion.js';
import { toTrlPrompts } from '../../../src/formats/trl/to-trl-prompts.js';
import { toTrlUnpaired } from '../../../src/formats/trl/to-trl-unpaired.js';
import { trlPromptsFormat } from '../../../src/formats/trl/trl-prompts-format.js';
import { trlUnpairedFormat } from '../../../src/formats/trl/trl-unpaired-format.js';
import {
  buildPrompt,
  defaultRetryRequest,
  NotRepresentableError,
  promptTemplates,
} from '../../../src/index.js';
import { readRewardSpec } from '../../../src/rewards/reward-spec.js';
import { taxTask } from '../../support/fixtures.js';
import { conversationOf, revised, right, unverifiable } from '../support/conversations.js';

const prompt = [
  { role: 'system', content: 'Think.' },
  { role: 'user', content: 'What is the output?' },
] as const;
const answer = (turn: number, sample = 0) =>
  [
    { role: 'assistant', content: `Answer ${turn} of sample ${sample}: {"output": ${turn}}` },
  ] as const;
const told = { role: 'user', content: `Wrong: 1.\n\n${defaultRetryRequest}` } as const;

describe('toTrlPromptCompletion', () => {
  it('puts the wrong answer and its feedback into the prompt', () => {
    expect(toTrlPromptCompletion(revised)).toEqual([
      { prompt: [...prompt, ...answer(1), told], completion: answer(2) },
    ]);
  });

  it('writes a row for every answer that is trained', () => {
    expect(toTrlPromptCompletion(revised, { train: 'every-turn' })).toEqual([
      { prompt, completion: answer(1) },
      { prompt: [...prompt, ...answer(1), told], completion: answer(2) },
    ]);
  });

  it('refuses a prompt after which the user does not expect an answer', () => {
    expect(() => toTrlPromptCompletion({ ...right, prompt: prompt.slice(0, 1) })).toThrow(
      /the message before the answer is of system, expected one of the user/,
    );
  });

  it('names an unknown choice of what is trained', () => {
    const train = 'good-turns' as 'last-turn';
    expect(() => toTrlPromptCompletion(right, { train })).toThrow(TypeError);
  });
});

describe('toTrlPreference', () => {
  it('writes both answers under one explicit prompt', () => {
    const pairs = toPreferencePairs([right, conversationOf(['mismatch'], { sample: 1 })]);
    expect(pairs.map(toTrlPreference)).toEqual([
      { prompt, chosen: answer(1), rejected: answer(1, 1) },
    ]);
  });

  it('refuses a prompt that ends with an answer', () => {
    const pair = { taskId: 'a', origin: 'resample', chosen: 'a', rejected: 'b' } as const;
    expect(() => toTrlPreference({ ...pair, prompt: [...prompt, ...answer(1)] })).toThrow(
      NotRepresentableError,
    );
    expect(() => toTrlPreference({ ...pair, prompt: [] })).toThrow(/is of nobody/);
  });
});

describe('toTrlUnpaired', () => {
  it('marks the first answer as wrong, and the second as right after all that came before', () => {
    expect(toRatedAnswers([revised]).map(toTrlUnpaired)).toEqual([
      { prompt, completion: answer(1), label: false },
      { prompt: [...prompt, ...answer(1), told], completion: answer(2), label: true },
    ]);
  });

  it('leaves out what could not be verified', () => {
    expect(trlUnpairedFormat().toRows([unverifiable])).toEqual([
      { prompt, completion: answer(1), label: false },
    ]);
  });
});

describe('toTrlPrompts', () => {
  const task = taxTask('input');

  it('writes a task with the columns that a reward needs', () => {
    const row = toTrlPrompts(task);
    expect(row).toEqual({
      prompt: buildPrompt(task),
      task_id: task.id,
      direction: 'input',
      ground_truth: expect.any(String),
    });
    expect(readRewardSpec(row.ground_truth)).toMatchObject({ id: task.id, pair: task.pair });
  });

  it('keeps the prompt of a conversation, and nothing of its turns', () => {
    const row = toTrlPrompts(revised);
    expect(row.prompt).toEqual(prompt);
    expect(JSON.stringify(row)).not.toContain('Answer 1');
  });

  it('takes another template', () => {
    const template = promptTemplates.query;
    expect(toTrlPrompts(task, { template }).prompt).toEqual(buildPrompt(task, { template }));
  });

  it('writes one row a task, however often it was sampled', () => {
    const rows = trlPromptsFormat().toRows([right, revised]);
    expect(rows).toEqual([toTrlPrompts(right)]);
  });

  it('refuses a task whose truth turned out to be none', () => {
    const verdict = { status: 'unverifiable', reason: 'truth-not-reproducible' } as const;
    const turns = right.turns.map((turn) => {
      return { ...turn, verdict: { ...verdict, detail: 'it differs' } };
    });
    expect(() => trlPromptsFormat().toRows([revised, { ...right, turns }])).toThrow(
      /replies cannot be scored: it differs/,
    );
  });
});
