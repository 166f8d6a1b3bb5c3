import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRecord, toRecord } from '../../../src/formats/records/conversation-record.js';
import { recordFormat, validateRecords } from '../../../src/formats/records/record-format.js';
import {
  type Conversation,
  exactNumber,
  type JsonValue,
  parseJson,
  stringifyJson,
  type VerdictStatus,
} from '../../../src/index.js';
import { conversationOf, revised, right } from '../support/conversations.js';

const numbers = fc.constantFrom('1.0', '9007199254740993', '1e400', 'NaN', '-Infinity', '2E-3');
const { value: json } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    numbers.map((text) => exactNumber(text)),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom<JsonValue>(null, true, -0, '__proto__'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
}));

const statuses = fc.array(
  fc.constantFrom<VerdictStatus>(
    'correct',
    'mismatch',
    'no-answer',
    'runtime-error',
    'unverifiable',
  ),
  { minLength: 1, maxLength: 4 },
);

const conversations = fc
  .tuple(statuses, fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), json), json)
  .map(([list, text, input, output]): Conversation => {
    const made = conversationOf(list.map((status) => ({ status, text, reasoning: text })));
    return { ...made, task: { ...made.task, pair: { input, output } } };
  });

describe('toRecord and fromRecord', () => {
  it('carry a conversation through JSON text, every number as it was written', () => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        const text = stringifyJson(toRecord(conversation));
        const read = fromRecord(parseJson(text));
        expect(stringifyJson(read)).toBe(stringifyJson(fromRecord(conversation)));
        expect(stringifyJson(toRecord(read))).toBe(text);
        expect(stringifyJson(read.task.pair)).toBe(stringifyJson(conversation.task.pair));
        expect(read.turns).toEqual(conversation.turns);
      }),
    );
  });

  it('carry it through the columns of recordFormat', () => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        const [row] = recordFormat().toRows([conversation]);
        // A Parquet file gives back strings and numbers as they are.
        const read = fromRecord(structuredClone(row));
        expect(stringifyJson(toRecord(read))).toBe(stringifyJson(toRecord(conversation)));
      }),
    );
  });

  it('say in the row what it is', () => {
    expect(toRecord(right)).toEqual({ format: 'codeio-conversation', version: 1, ...right });
  });

  it.each<[string, (record: Record<string, unknown>) => object, string]>([
    ['a newer version', (record) => ({ ...record, version: 2 }), 'version: only versions up to 1'],
    ['another format', (record) => ({ ...record, format: 'x' }), 'format: '],
    ['no prompt', ({ prompt, ...record }) => record, 'prompt: '],
    [
      'a role of its own',
      (r) => ({ ...r, prompt: [{ role: 'tool', content: '' }] }),
      'prompt.0.role',
    ],
    ['no turns', (record) => ({ ...record, turns: [] }), 'turns: '],
    ['no request', ({ retryRequest, ...record }) => record, 'retryRequest: '],
    ['a text that is no JSON', () => ({ record: '{' }), 'record: '],
    ['an outcome of its own', (record) => ({ ...record, outcome: 'nice' }), 'outcome: '],
  ])('refuse %s and name the field', (_, change, problem) => {
    const row = change({ ...toRecord(right) });
    expect(() => fromRecord(row)).toThrow(TypeError);
    expect(() => fromRecord(row)).toThrow(problem);
  });
});

describe('recordFormat', () => {
  it('has columns to filter by', () => {
    const [row] = recordFormat().toRows([revised]);
    expect(row).toMatchObject({
      id: revised.task.id,
      function_id: revised.task.function.id,
      direction: 'output',
      outcome: 'revised',
      turns: 2,
      model: 'tiny',
      sample: 0,
      category: null,
    });
    expect(Object.keys(row ?? {})).toEqual(Object.keys(recordFormat().columns));
  });

  it('writes conversations that could not be verified, too', () => {
    expect(recordFormat().toRows([conversationOf(['unverifiable'])])).toHaveLength(1);
  });

  it('finds columns that do not belong to their record', async () => {
    const rows = recordFormat().toRows([right, revised]);
    expect((await validateRecords(rows)).isValid).toBe(true);
    const [row] = rows;
    const { findings } = await validateRecords([
      { ...row, outcome: 'unsolved' },
      { ...row, record: '{}' },
    ]);
    expect(findings).toMatchObject([
      {
        rule: 'record',
        row: 1,
        field: 'outcome',
        problem: 'expected correct as in the record, got unsolved',
      },
      { rule: 'record', row: 2, field: 'record' },
    ]);
  });
});
