import { describe, expect, it } from 'vitest';
import { validateLlamaFactoryAlpaca } from '../../../src/formats/llama-factory/llama-factory-alpaca-format.js';
import { validateLlamaFactoryRanking } from '../../../src/formats/llama-factory/llama-factory-ranking-format.js';
import { validateLlamaFactoryShareGPT } from '../../../src/formats/llama-factory/llama-factory-sharegpt-format.js';
import { validateLlamaFactoryUnpaired } from '../../../src/formats/llama-factory/llama-factory-unpaired-format.js';
import { toLlamaFactoryAlpaca } from '../../../src/formats/llama-factory/to-llama-factory-alpaca.js';
import { toLlamaFactoryShareGPT } from '../../../src/formats/llama-factory/to-llama-factory-sharegpt.js';
import { conversationOf } from '../support/conversations.js';

const human = { from: 'human', value: 'What?' };
const gpt = { from: 'gpt', value: 'This.' };
const revised = conversationOf(['mismatch', 'correct']);

/** The rules that were broken, with their fields. */
async function found(report: Promise<{ readonly findings: readonly object[] }>): Promise<string[]> {
  const { findings } = await report;
  return findings.map((finding) => {
    const { rule, field } = finding as { rule: string; field?: string };
    return `${rule} ${field}`;
  });
}

describe('validateLlamaFactoryShareGPT', () => {
  const check = (...conversations: object[]): Promise<string[]> =>
    found(validateLlamaFactoryShareGPT([{ conversations, system: '' }]));

  it('has nothing to say about our own rows', async () => {
    expect(await found(validateLlamaFactoryShareGPT(toLlamaFactoryShareGPT(revised)))).toEqual([]);
  });

  it('tells of what makes LLaMA-Factory skip a row', async () => {
    expect(await check(human, human, gpt)).toEqual(['alternation conversations[1].from']);
    expect(await check({ ...human, from: 'user' }, gpt)).toEqual([
      'alternation conversations[0].from',
    ]);
    expect(await check(human, gpt, human)).toEqual(['last-role conversations']);
    expect(await check()).toEqual(['last-role conversations']);
    expect(await check({ ...human, from: null }, gpt)).toEqual([
      'alternation conversations[0].from',
    ]);
  });

  it('accepts a system message first, tool results and function calls', async () => {
    const system = { from: 'system', value: 'Think.' };
    const [call, result] = [
      { from: 'function_call', value: '{}' },
      { from: 'observation', value: '5' },
    ];
    expect(await check(system, human, call, result, gpt)).toEqual([]);
    expect(await check(human, gpt, system, gpt)).toEqual(['alternation conversations[2].from']);
  });

  it('tells of answers without a text', async () => {
    expect(await check(human, { ...gpt, value: ' ' })).toEqual([
      'empty-message conversations[1].value',
    ]);
    const conversations = [human, { ...gpt, value: '' }, human, gpt];
    const { isValid, warnings } = await validateLlamaFactoryShareGPT([
      { conversations, system: '' },
    ]);
    expect({ isValid, warnings }).toEqual({ isValid: true, warnings: 1 });
  });
});

describe('validateLlamaFactoryAlpaca', () => {
  it('tells of empty texts and of history that is not in pairs', async () => {
    const [row] = toLlamaFactoryAlpaca(revised);
    expect(await found(validateLlamaFactoryAlpaca([row]))).toEqual([]);
    const history = [['one'], ['a', '']];
    expect(await found(validateLlamaFactoryAlpaca([{ ...row, output: '', history }]))).toEqual([
      'empty-text output',
      'history-pair history[0]',
      'empty-text history[1][1]',
    ]);
  });
});

describe('validateLlamaFactoryRanking', () => {
  const row = { conversations: [human], chosen: gpt, rejected: { ...gpt, value: 'That.' } };
  const check = (fields: object): Promise<string[]> =>
    found(validateLlamaFactoryRanking([{ ...row, system: '', ...fields }]));

  it('tells of an order, a sender and answers that cannot be ranked', async () => {
    expect(await check({})).toEqual([]);
    expect(await check({ conversations: [human, gpt] })).toEqual(['last-role conversations']);
    expect(await check({ chosen: human })).toEqual(['unknown-role chosen.from']);
    expect(await check({ rejected: gpt })).toEqual(['equal-answers rejected.value']);
    expect(await check({ chosen: null })).toEqual([
      'unknown-role chosen.from',
      'empty-message chosen.value',
    ]);
  });
});

describe('validateLlamaFactoryUnpaired', () => {
  it('tells of a missing mark', async () => {
    const row = { conversations: [human, gpt], system: '', kto_tag: false };
    const other = { ...row, kto_tag: true };
    expect(await found(validateLlamaFactoryUnpaired([row, other]))).toEqual([]);
    const unmarked = { ...row, kto_tag: null };
    expect(await found(validateLlamaFactoryUnpaired([row, other, unmarked]))).toEqual([
      'kto-tag kto_tag',
    ]);
  });
});
