import { describe, expect, it } from 'vitest';
import {
  type CheckedMessage,
  checkMessages,
  type MessageChecks,
} from '../../../src/formats/validation/message-checks.js';

/** Writes a problem as its rule and field; warnings begin with `?`. */
function problemsOf(messages: readonly (CheckedMessage | null)[] | null, checks?: MessageChecks) {
  const problems: string[] = [];
  checkMessages(
    messages,
    ({ rule, field, severity = 'error' }) => {
      problems.push(`${severity === 'error' ? '' : '?'}${rule} ${field}`);
    },
    checks,
  );
  return problems;
}

/** Makes messages of roles, each with a text. */
function chat(roles: string): CheckedMessage[] {
  const names = { s: 'system', u: 'user', a: 'assistant', d: 'developer', t: 'tool' };
  return [...roles].map((role) => ({ role: names[role as 'u'] ?? role, content: role }));
}

describe('checkMessages', () => {
  it('asks for nothing but messages that say something', () => {
    expect(problemsOf(chat('aus'))).toEqual([]);
    expect(problemsOf([])).toEqual(['no-messages messages']);
    expect(problemsOf(null, { field: 'prompt' })).toEqual(['no-messages prompt']);
    expect(problemsOf([null])).toEqual([
      'unknown-role messages[0].role',
      '?empty-message messages[0].content',
    ]);
  });

  it('knows the roles of a chat, or those that it is told', () => {
    expect(problemsOf(chat('utx'))).toEqual([
      'unknown-role messages[1].role',
      'unknown-role messages[2].role',
    ]);
    expect(problemsOf(chat('dut'), { roles: ['developer', 'user', 'tool'] })).toEqual([]);
  });

  it('wants the last message to be of a role', () => {
    expect(problemsOf(chat('sua'), { lastRole: 'assistant' })).toEqual([]);
    expect(problemsOf(chat('sua'), { lastRole: 'user' })).toEqual(['last-role messages[2].role']);
  });

  it('wants instructions first, also where a developer gives them', () => {
    const roles = ['developer', 'user', 'system'];
    expect(problemsOf(chat('du'), { systemFirstOnly: true, roles })).toEqual([]);
    expect(problemsOf(chat('dsu'), { systemFirstOnly: true, roles })).toEqual([
      'system-first messages[1].role',
    ]);
  });

  it('wants user and assistant to take turns, and tells of each place once', () => {
    const alternates = (roles: string) => problemsOf(chat(roles), { alternates: true });
    expect(alternates('suaua')).toEqual([]);
    expect(alternates('ua')).toEqual([]);
    expect(alternates('sa')).toEqual(['alternation messages[1].role']);
    expect(alternates('uauua')).toEqual(['alternation messages[3].role']);
    expect(alternates('uasua')).toEqual(['system-first messages[2].role']);
  });

  it('tells of empty messages: an error where they are trained, a warning elsewhere', () => {
    const messages: CheckedMessage[] = [
      { role: 'user', content: ' \n' },
      { role: 'assistant', content: '' },
      { role: 'user', content: [{ text: '' }, { text: 'a' }] },
      { role: 'assistant', content: [{ text: ' ' }, {}] },
      { role: 'assistant', content: null },
    ];
    expect(problemsOf(messages)).toEqual([
      '?empty-message messages[0].content',
      'empty-message messages[1].content',
      'empty-message messages[3].content',
      'empty-message messages[4].content',
    ]);
    const isTrained = ({ content }: CheckedMessage) => content === null;
    expect(problemsOf(messages, { isTrained }).filter((it) => !it.startsWith('?'))).toEqual([
      'empty-message messages[4].content',
    ]);
  });

  it('shows roles from files quoted and short', () => {
    const shown: string[] = [];
    const role = `\u001b[2J${'x'.repeat(1000)}`;
    checkMessages([{ role, content: 'a' }], ({ problem }) => void shown.push(problem));
    expect(shown[0]).toBe(
      `the role is "\\u001b[2J${'x'.repeat(26)}", expected one of system, user, assistant`,
    );
  });
});
