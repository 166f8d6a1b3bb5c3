import { describe, expect, it } from 'vitest';
import {
  fireworksChatFormat,
  validateFireworksChat,
} from '../../../src/formats/openai/fireworks-chat-format.js';
import {
  openAIChatFormat,
  validateOpenAIChat,
} from '../../../src/formats/openai/openai-chat-format.js';
import {
  togetherChatFormat,
  validateTogetherChat,
} from '../../../src/formats/openai/together-chat-format.js';
import { parseJson } from '../../../src/values/parse-json.js';
import { conversationOf } from '../support/conversations.js';
import { rulesOf } from './support/rules-of.js';

/** Twelve different conversations, revised ones among them. */
const conversations = Array.from({ length: 12 }, (_, sample) =>
  conversationOf(sample % 2 === 0 ? ['correct'] : ['mismatch', 'correct'], { sample }),
);

type Fields = Readonly<Record<string, unknown>>;
const system = { role: 'system', content: 'Think.' };
const user = { role: 'user', content: 'What?' };
const answer = { role: 'assistant', content: 'It is 1.' };
const weighted = (message: object, weight: unknown): Fields => ({ ...message, weight });

const openAI = (...messages: readonly unknown[]) => rulesOf(validateOpenAIChat, { messages });
const together = (...messages: readonly unknown[]) => rulesOf(validateTogetherChat, { messages });
const fireworks = (...messages: readonly unknown[]) => rulesOf(validateFireworksChat, { messages });

describe('validateOpenAIChat', () => {
  it('finds nothing in the rows of its own format', async () => {
    const rows = openAIChatFormat({ train: 'every-turn' }).toRows(conversations);
    expect(await validateOpenAIChat(rows)).toMatchObject({ findings: [], isValid: true });
  });

  it('wants ten rows', async () => {
    const rows = openAIChatFormat().toRows(conversations.slice(0, 9));
    const { findings, isValid } = await validateOpenAIChat(rows);
    expect(isValid).toBe(false);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.row).toBeUndefined();
  });

  it('finds a row that does not end with the assistant', async () => {
    expect(await openAI(user, answer, user)).toEqual(['last-role messages[2].role']);
  });

  it('finds a row of which nothing is trained', async () => {
    expect(await openAI(user, weighted(answer, 0))).toEqual(['nothing-trained messages']);
    expect(await openAI(user, answer)).toEqual([]);
  });

  it('finds weights that are neither 0 nor 1, and weights of others than the assistant', async () => {
    expect(await openAI(user, weighted(answer, 2))).toEqual(['weight-value messages[1].weight']);
    expect(await openAI(weighted(user, 0), answer)).toEqual(['weight-place messages[0].weight']);
  });

  it('finds unknown roles, late system messages and empty texts', async () => {
    const bot = { role: 'bot', content: 'Hm.' };
    expect(await openAI(bot, user, answer)).toEqual(['unknown-role messages[0].role']);
    expect(await openAI(user, system, answer)).toEqual(['system-first messages[1].role']);
    expect(await openAI(user, { role: 'assistant', content: ' ' })).toEqual([
      'empty-message messages[1].content',
    ]);
  });

  it('finds a row without messages', async () => {
    expect(await openAI()).toEqual(['no-messages messages', 'nothing-trained messages']);
  });

  it('finds columns that it does not know', async () => {
    const row = { messages: [user, answer], difficulty: 3 };
    expect(await rulesOf(validateOpenAIChat, row)).toContain('unknown-column difficulty');
  });
});

describe('validateTogetherChat', () => {
  it('finds nothing in the rows of its own format, however few', async () => {
    const rows = togetherChatFormat().toRows(conversations.slice(0, 1));
    expect(await validateTogetherChat(rows)).toMatchObject({ findings: [], isValid: true });
  });

  it('finds messages that do not take turns', async () => {
    expect(await together(system, user, user, answer)).toEqual(['alternation messages[2].role']);
    expect(await together(answer, user, answer)).toEqual(['alternation messages[0].role']);
  });

  it('finds prompts that are trained because another message has a weight', async () => {
    expect(await together(system, user, weighted(answer, 1))).toEqual([
      'trained-context messages[0].weight',
      'trained-context messages[1].weight',
    ]);
    expect(await together(weighted(system, 0), weighted(user, 0), weighted(answer, 1))).toEqual([]);
    expect(await together(system, user, answer)).toEqual([]);
  });

  it('finds columns that Together does not know', async () => {
    const row = { messages: [user, answer], parallel_tool_calls: true };
    expect(await rulesOf(validateTogetherChat, row)).toContain(
      'unknown-column parallel_tool_calls',
    );
  });
});

describe('validateFireworksChat', () => {
  it('finds nothing in the rows of its own format, with weights or without', async () => {
    const three = conversations.slice(0, 3);
    const plain = fireworksChatFormat().toRows(three);
    expect(await validateFireworksChat(plain)).toMatchObject({ findings: [], isValid: true });
    const rows = fireworksChatFormat({ rowWeight: () => 0.5 }).toRows(three);
    const report = await validateFireworksChat(rows, { hasRowWeights: true });
    expect(report).toMatchObject({ findings: [], isValid: true });
    expect((await validateFireworksChat(rows)).isValid).toBe(false);
  });

  it('wants three rows', async () => {
    const rows = fireworksChatFormat().toRows(conversations.slice(0, 2));
    expect((await validateFireworksChat(rows)).isValid).toBe(false);
  });

  it('finds rows without a weight among those with one, and rows that train nothing', async () => {
    const check = (weight: unknown) =>
      rulesOf(validateFireworksChat, { messages: [user, answer], weight }, { hasRowWeights: true });
    expect(await check(null)).toContain('row-weight weight');
    expect(await check(0)).toEqual(['row-weight weight']);
    expect(await check(-0.5)).toEqual([]);
    expect(await check(parseJson('2.0'))).toEqual([]);
    expect(await check(parseJson('0.0'))).toEqual(['row-weight weight']);
  });

  it('finds misplaced weights', async () => {
    expect(await fireworks(weighted(user, 1), answer)).toEqual(['weight-place messages[0].weight']);
  });
});
