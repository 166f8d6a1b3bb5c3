import { describe, expect, it } from 'vitest';
import { codeIOFormat, validateCodeIO } from '../../src/formats/codeio-format.js';
import { NotRepresentableError, toCodeIO } from '../../src/index.js';
import { conversationOf, revised, right, unsolved, unverifiable } from './support/conversations.js';

describe('codeIOFormat', () => {
  it('makes the five-field rows of conversations, with the same keys in all', () => {
    const { toRows, columns } = codeIOFormat();
    const rows = toRows([right, revised, unsolved]);
    expect(rows).toEqual([right, revised, unsolved].map(toCodeIO));
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(columns));
  });

  it('refuses what five fields cannot hold', () => {
    const long = conversationOf(['mismatch', 'mismatch', 'correct']);
    for (const conversation of [long, unverifiable]) {
      expect(() => codeIOFormat().toRows([conversation])).toThrow(NotRepresentableError);
    }
  });
});

describe('validateCodeIO', () => {
  const check = async (fields: object): Promise<readonly object[]> => {
    return (await validateCodeIO([toCodeIO(right), { ...toCodeIO(revised), ...fields }])).findings;
  };

  it('has nothing to say about our own rows', async () => {
    expect(await check({})).toEqual([]);
  });

  it.each([
    [{ turn_1: ' ' }, 'empty-text', 'turn_1', 'warning'],
    [{ feedback_1: '' }, 'empty-text', 'feedback_1', 'error'],
    [{ feedback_2: null }, 'second-turn', 'feedback_2', 'error'],
    [{ turn_2: null }, 'second-turn', 'turn_2', 'error'],
    [{ feedback_1: 'Feasible input!\n\nGo on.' }, 'second-turn', 'turn_2', 'warning'],
  ])('finds the fault in %j', async (fields, rule, field, severity) => {
    expect(await check(fields)).toMatchObject([{ row: 2, rule, field, severity }]);
  });
});
