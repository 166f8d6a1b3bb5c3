import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInProcessSandbox,
  type ReverifiableRow,
  type ReverifiedRow,
  reverify,
  revise,
  type Sandbox,
  stringifyJson,
  type Task,
} from '../../src/index.js';
import { createSimulatedModel, createStubSandbox } from '../../src/testing/index.js';
import { addTax, taxTask } from '../support/fixtures.js';
import {
  checkOne as checkRow,
  converse as holdConversation,
  listOf,
  rightInput,
  rightOutput,
  throwingInput,
  withOutput,
  wrongOutput,
} from './support/recorded-rows.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox({ maxSteps: 1000 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const converse = (task: Task, ...replies: readonly string[]) =>
  holdConversation(sandbox, task, ...replies);
const checkOne = (row: unknown) => checkRow(sandbox, row);

const problemOf = (row: ReverifiedRow<unknown>): string =>
  row.status === 'unreadable' ? row.problem : '';

describe('a row that cannot be read', () => {
  it.each([
    ['{"task": ', /the text ends/],
    [null, /^the row: /],
    [{ prompt: 'p', response: 'r' }, /^task: .*; turns: .*; outcome: /],
  ])('is marked with the problem: %j', async (row, problem) => {
    const found = await checkOne(row);
    expect(found).toMatchObject({ status: 'unreadable', number: 1, row });
    expect(problemOf(found)).toMatch(problem);
  });

  it.each([
    ['task.pair.output: ', { pair: { input: {} } }],
    ['task.pair.input: ', { pair: { input: [1], output: 1 } }],
    ['task.direction: ', { direction: 'both' }],
    ['task.function.id: ', { function: { ...addTax, id: undefined } }],
    ['$.rate is function', { pair: { input: { net: 1, rate: () => 1 }, output: 1 } }],
  ])('names the place: %s', async (place, fields) => {
    const row = await converse(taxTask('output'), rightOutput);
    const found = await checkOne({ ...row, task: { ...row.task, ...fields } });
    expect(found.status).toBe('unreadable');
    expect(problemOf(found)).toContain(place);
  });

  it('is marked when its language cannot be run, and only then', async () => {
    const inPython = { ...addTax, language: 'python' as const };
    const model = createSimulatedModel({ respond: () => rightInput });
    const row = await revise(taxTask('input', inPython), {
      model,
      sandbox: createStubSandbox(() => ({
        status: 'returned',
        value: { gross: 107, rate: 7 },
        steps: 0,
        logs: [],
      })),
    });
    expect(problemOf(await checkOne(row))).toContain('python');
    const output = await converse(taxTask('output', inPython), rightOutput);
    expect(await checkOne(output)).toMatchObject({ status: 'agreeing', truth: 'unchecked' });
  });

  it('stops no other, and the report lists the first hundred', async () => {
    const good = await converse(taxTask('output'), rightOutput);
    const rows = [good, ...Array.from({ length: 150 }, () => 'broken'), good];
    const report = await reverify(rows, { sandbox, concurrency: 3 }).finish();
    expect(report.rows).toMatchObject({ total: 152, agreeing: 2, unreadable: 150 });
    expect(report.unreadableRows).toHaveLength(100);
    expect(report.unreadableRows[0]).toEqual({ number: 2, problem: expect.any(String) });
  });
});

describe('rows of another dataset', () => {
  const rows = [
    { reply: rightOutput, ok: true },
    { reply: wrongOutput, ok: true },
    { reply: throwingInput, ok: false },
    { reply: wrongOutput, ok: undefined },
  ];
  const read = ({ reply, ok }: (typeof rows)[number]): ReverifiableRow => ({
    task: taxTask(reply.includes('input') ? 'input' : 'output'),
    turns: [{ text: reply, claimed: ok }],
  });

  it('claim right and wrong, or nothing', async () => {
    const report = await reverify(rows, { sandbox, read }).finish();
    expect(report).toMatchObject({
      rows: { total: 4, agreeing: 3, disagreeing: 1 },
      turns: { total: 4, agreeing: 2, disagreeing: 1, unclaimed: 1 },
      verdictChanges: [{ claimed: true, found: 'mismatch', count: 1 }],
      outcomeChanges: [],
    });
  });

  it('may hold tasks alone, with ids of their own', async () => {
    const tasks = [
      { ...taxTask('output'), id: 'a' },
      { ...withOutput(taxTask('input'), 0), id: 'b' },
    ];
    const found = await listOf(reverify(tasks, { sandbox, read: (task) => ({ task, turns: [] }) }));
    expect(found).toMatchObject([
      { status: 'agreeing', truth: 'reproduced' },
      { status: 'disagreeing', truth: 'not-reproducible', disagreements: [{ kind: 'truth' }] },
    ]);
  });

  it('are unreadable when the reader throws or gives something else', async () => {
    const found = await listOf(
      reverify([1, 2], {
        sandbox,
        read(row) {
          if (row === 1) throw new Error('no such column');
          return { task: taxTask('output') } as unknown as ReverifiableRow;
        },
      }),
    );
    expect(found.map(problemOf)).toEqual(['no such column', expect.stringMatching(/^turns: /)]);
  });

  it('may write the numbers of a schema as fractions', async () => {
    const schema = '{"type": "object", "properties": {"net": {"type": "integer", "minimum": 0.0}}}';
    const text = stringifyJson(await converse(taxTask('input'), throwingInput)).replace(
      stringifyJson(addTax.inputSchema),
      schema,
    );
    const found = await listOf(reverify([text, text], { sandbox }));
    expect(found).toMatchObject([
      { turns: [{ verdict: { status: 'invalid-input' } }] },
      { turns: [{ verdict: { status: 'invalid-input' } }] },
    ]);
  });
});
