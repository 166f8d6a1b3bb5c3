import { describe, expect, it } from 'vitest';
import type { RowFormat } from '../../../src/formats/row-format.js';
import { toTrlPrompts } from '../../../src/formats/trl/to-trl-prompts.js';
import {
  trlLanguageModellingFormat,
  validateTrlLanguageModelling,
} from '../../../src/formats/trl/trl-language-modelling-format.js';
import {
  trlPreferenceFormat,
  validateTrlPreference,
} from '../../../src/formats/trl/trl-preference-format.js';
import {
  trlPromptCompletionFormat,
  validateTrlPromptCompletion,
} from '../../../src/formats/trl/trl-prompt-completion-format.js';
import {
  trlPromptsFormat,
  validateTrlPrompts,
} from '../../../src/formats/trl/trl-prompts-format.js';
import {
  trlUnpairedFormat,
  validateTrlUnpaired,
} from '../../../src/formats/trl/trl-unpaired-format.js';
import { taxTask } from '../../support/fixtures.js';
import { rulesOf } from '../openai/support/rules-of.js';
import { conversationOf, right } from '../support/conversations.js';

const system = { role: 'system', content: 'Think.' };
const user = { role: 'user', content: 'What?' };
const assistant = { role: 'assistant', content: 'This.' };
const other = { role: 'assistant', content: 'That.' };
const empty = { role: 'assistant', content: ' ' };

describe('the validators of TRL rows', () => {
  it.each<readonly [Pick<RowFormat, 'toRows'>, typeof validateTrlPrompts]>([
    [trlLanguageModellingFormat({ train: 'every-turn' }), validateTrlLanguageModelling],
    [trlPromptCompletionFormat(), validateTrlPromptCompletion],
    [trlPreferenceFormat(), validateTrlPreference],
    [trlUnpairedFormat(), validateTrlUnpaired],
    [trlPromptsFormat(), validateTrlPrompts],
  ])('have nothing to say about our own rows', async (format, validate) => {
    const conversations = [right, conversationOf(['mismatch', 'correct'], { sample: 1 })];
    const rows = format.toRows(conversations);
    expect(rows.length).toBeGreaterThan(0);
    const countTokens = (text: string): number => text.length;
    const report = await validate(rows, { countTokens });
    expect(report.findings).toEqual([]);
    expect(report.tokens?.min).toBeGreaterThan(0);
  });

  it('tell of two types of datasets in one file', async () => {
    const prompts = [{ prompt: [user], completion: [assistant], messages: [user] }];
    const { isValid, counts } = await validateTrlPromptCompletion([
      { prompt: [user], completion: [assistant] },
      { messages: [user, assistant] },
      ...prompts,
    ]);
    expect(isValid).toBe(false);
    expect(counts.map(({ rule, count }) => [rule, count])).toEqual([
      ['missing-column', 2],
      ['unknown-column', 2],
    ]);
  });

  it('tell of completions in which somebody else speaks, and of empty ones', async () => {
    const check = (completion: unknown) =>
      rulesOf(validateTrlPromptCompletion, { prompt: [user], completion });
    expect(await check([assistant])).toEqual([]);
    expect(await check([assistant, other])).toEqual([]);
    expect(await check([user, assistant])).toEqual(['unknown-role completion[0].role']);
    expect(await check([empty])).toEqual(['empty-message completion[0].content']);
    expect(await check([])).toEqual(['no-messages completion']);
    expect(await check(null)).toEqual(['no-messages completion']);
    const broken = { ...assistant, content: `\n${assistant.content}` };
    expect(await check([broken])).toEqual(['leading-line-breaks completion[0].content']);
  });

  it('tell of prompts that no answer can follow', async () => {
    const check = (...prompt: readonly unknown[]) =>
      rulesOf(validateTrlPromptCompletion, { prompt, completion: [assistant] });
    expect(await check(system, user, empty, user)).toEqual(['empty-message prompt[2].content']);
    expect(await check(user, assistant)).toEqual(['last-role prompt[1].role']);
    expect(await check(user, user)).toEqual(['alternation prompt[1].role']);
    expect(await check()).toEqual(['no-messages prompt']);
  });

  it('tell of messages in the wrong order, and of the last role', async () => {
    const check = (...messages: readonly unknown[]) =>
      rulesOf(validateTrlLanguageModelling, { messages });
    expect(await check(system, user, assistant)).toEqual([]);
    expect(await check(user, assistant, user)).toEqual(['last-role messages[2].role']);
    expect(await check(user, assistant, system, assistant)).toEqual([
      'system-first messages[2].role',
      'alternation messages[3].role',
    ]);
    expect(await check(user, empty)).toEqual(['empty-message messages[1].content']);
  });

  it('tell of a preference for the same answer', async () => {
    const row = { prompt: [user], chosen: [assistant], rejected: [other] };
    expect(await rulesOf(validateTrlPreference, row)).toEqual([]);
    expect(await rulesOf(validateTrlPreference, { ...row, rejected: [assistant] })).toEqual([
      'equal-answers rejected',
    ]);
    expect(await rulesOf(validateTrlPreference, { ...row, chosen: [user] })).toEqual([
      'unknown-role chosen[0].role',
    ]);
  });

  it('tell of labels that are none', async () => {
    const check = (label: unknown) =>
      rulesOf(validateTrlUnpaired, { prompt: [user], completion: [assistant], label });
    expect(await check(false)).toEqual([]);
    expect(await check(null)).toEqual(['label label']);
    expect(await check('true')).toEqual(['column-type label']);
    expect(await check(1)).toEqual(['column-type label']);
  });

  it('tell of ground truth by which no answer can be scored', async () => {
    const row = toTrlPrompts(taxTask('output'));
    const check = (fields: object) => rulesOf(validateTrlPrompts, { ...row, ...fields });
    expect(await check({})).toEqual([]);
    expect(await check({ ground_truth: '107' })).toEqual(['ground-truth ground_truth']);
    expect(await check({ ground_truth: null })).toEqual(['ground-truth ground_truth']);
    expect(await check({ prompt: [user, assistant] })).toEqual(['last-role prompt[1].role']);
  });

  it('count the longer side of a pair', async () => {
    const chosen = [{ ...assistant, content: 'A long answer.' }];
    const row = { prompt: [user], chosen, rejected: [other] };
    const countTokens = (text: string): number => text.length;
    const report = await validateTrlPreference([row], { countTokens, maxTokens: 10 });
    expect(report.tokens?.max).toBe('What?A long answer.'.length);
    expect(report.findings).toMatchObject([{ rule: 'too-many-tokens' }]);
  });
});
