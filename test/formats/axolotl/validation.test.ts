import { describe, expect, it } from 'vitest';
import {
  axolotlChatFormat,
  validateAxolotlChat,
} from '../../../src/formats/axolotl/axolotl-chat-format.js';
import {
  axolotlPartsFormat,
  validateAxolotlParts,
} from '../../../src/formats/axolotl/axolotl-parts-format.js';
import {
  axolotlPreferenceFormat,
  validateAxolotlPreference,
} from '../../../src/formats/axolotl/axolotl-preference-format.js';
import {
  axolotlUnpairedFormat,
  validateAxolotlUnpaired,
} from '../../../src/formats/axolotl/axolotl-unpaired-format.js';
import { rulesOf } from '../openai/support/rules-of.js';
import { conversationOf, right } from '../support/conversations.js';

const user = { role: 'user', content: 'What?', train: false };
const wrong = { role: 'assistant', content: 'That.', train: false };
const answer = { role: 'assistant', content: 'This.', train: true };

describe('the validators of Axolotl rows', () => {
  it.each([
    [axolotlChatFormat(), validateAxolotlChat],
    [axolotlPartsFormat(), validateAxolotlParts],
    [axolotlPreferenceFormat(), validateAxolotlPreference],
    [axolotlUnpairedFormat(), validateAxolotlUnpaired],
  ])('have nothing to say about our own rows', async (format, validate) => {
    const rows = format.toRows([right, conversationOf(['mismatch', 'correct'], { sample: 1 })]);
    expect(rows.length).toBeGreaterThan(0);
    const countTokens = (text: string): number => text.length;
    const report = await validate(rows, { countTokens });
    expect(report.findings).toEqual([]);
    expect(report.tokens?.min).toBeGreaterThan(0);
  });

  it('tell of flags that are missing or train the wrong messages', async () => {
    const check = (...messages: readonly object[]) => rulesOf(validateAxolotlChat, { messages });
    expect(await check(user, wrong, user, answer)).toEqual([]);
    expect(await check({ ...user, train: null }, answer)).toEqual(['train-flag messages[0].train']);
    expect(await check({ ...user, train: 0 }, answer)).toEqual(['column-type messages[0].train']);
    expect(await check(user, wrong)).toEqual(['nothing-trained messages']);
    expect(await check({ ...user, train: true }, answer)).toEqual([
      'trained-role messages[0].train',
    ]);
    expect(await check({ ...user, weight: 0 }, answer)).toEqual([
      'unknown-column messages[0].weight',
    ]);
  });

  it('tell of messages in the wrong order, of the last role, and of empty ones', async () => {
    const check = (...messages: readonly object[]) => rulesOf(validateAxolotlChat, { messages });
    expect(await check(user, user, answer)).toEqual(['alternation messages[1].role']);
    expect(await check(user, answer, user)).toEqual(['last-role messages[2].role']);
    expect(await check()).toEqual(['no-messages messages', 'nothing-trained messages']);
    const empty = { ...answer, content: '' };
    const { findings } = await validateAxolotlChat([
      { messages: [user, empty, user, answer] },
      { messages: [user, { ...empty, train: false }, user, answer] },
    ]);
    expect(findings).toMatchObject([
      { row: 1, severity: 'error', rule: 'empty-message', field: 'messages[1].content' },
      { row: 2, severity: 'warning', rule: 'empty-message', field: 'messages[1].content' },
    ]);
  });

  it('tell of parts that are no texts and have no flags', async () => {
    const message = (role: string, ...content: readonly object[]) => ({ role, content });
    const part = { type: 'text', text: 'What?', train: false };
    const trained = { ...part, train: true };
    const check = (...messages: readonly object[]) => rulesOf(validateAxolotlParts, { messages });
    expect(await check(message('user', part), message('assistant', part, trained))).toEqual([]);
    expect(await check(message('user', part), message('assistant', part))).toEqual([
      'nothing-trained messages',
    ]);
    const image = { ...part, type: 'image', train: null };
    expect(await check(message('user', image), message('assistant', trained))).toEqual([
      'part-type messages[0].content[0].type',
      'train-flag messages[0].content[0].train',
    ]);
    const empty = { ...trained, text: ' ' };
    expect(await check(message('user', part), message('assistant', empty))).toEqual([
      'empty-message messages[1].content',
    ]);
  });

  it('tell of pairs that cannot be told apart, and of white space at their ends', async () => {
    const { train: _, ...asked } = user;
    const chosen = { role: 'assistant', content: 'This.' };
    const row = { messages: [asked], chosen, rejected: { ...chosen, content: 'That.' } };
    const check = (fields: object) => rulesOf(validateAxolotlPreference, { ...row, ...fields });
    expect(await check({})).toEqual([]);
    expect(await check({ rejected: { ...chosen, content: 'This.\n' } })).toEqual([
      'white-space rejected.content',
      'equal-answers rejected.content',
    ]);
    expect(await check({ chosen: { ...chosen, role: 'user' } })).toEqual([
      'unknown-role chosen.role',
    ]);
    expect(await check({ chosen: { ...chosen, content: '' } })).toEqual([
      'empty-message chosen.content',
    ]);
    expect(await check({ chosen: null })).toEqual(['null-value chosen']);
    expect(await check({ messages: [asked, chosen] })).toEqual(['last-role messages[1].role']);
  });

  it('tell of rated answers without a text or a mark', async () => {
    const row = { system: '', prompt: 'What?', completion: 'This.', label: true };
    const check = (fields: object) => rulesOf(validateAxolotlUnpaired, { ...row, ...fields });
    expect(await check({})).toEqual([]);
    expect(await check({ completion: '', label: null })).toEqual([
      'empty-text completion',
      'label label',
    ]);
    expect(await check({ label: 'true' })).toEqual(['column-type label']);
    expect(await check({ prompt: [user] })).toEqual(['column-type prompt']);
  });
});
