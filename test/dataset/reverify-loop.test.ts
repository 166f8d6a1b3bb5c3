import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Conversation,
  createInProcessSandbox,
  createTasks,
  type ReverifiableRow,
  reverify,
  type Sandbox,
  SandboxClosedError,
  type Task,
} from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { addTax, taxTask } from '../support/fixtures.js';
import {
  converse as holdConversation,
  listOf,
  rightOutput,
  withOutput,
} from './support/recorded-rows.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox({ maxSteps: 1000 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const converse = (task: Task, ...replies: readonly string[]) =>
  holdConversation(sandbox, task, ...replies);

describe('the settings', () => {
  it('decide verdicts, so that others change them', async () => {
    const half = { ...addTax, code: 'function addTax() { return 0.5; }' };
    const row = await converse(withOutput(taxTask('output', half), 0.5), '{"output": 0.5001}');
    expect(row.outcome).toBe('correct');
    const { verdictChanges, outcomeChanges } = await reverify([row, row], {
      sandbox,
      equality: { mode: 'strict' },
    }).finish();
    expect(verdictChanges).toEqual([{ claimed: 'correct', found: 'mismatch', count: 2 }]);
    expect(outcomeChanges).toEqual([{ claimed: 'correct', found: 'unsolved', count: 2 }]);
  });

  it.each([
    ['sandbox', [], {}],
    ['read', [], { read: 'task' }],
    ['concurrency', [], { concurrency: 0 }],
    ['rows', 'conversations.jsonl', {}],
  ])('are refused at once when wrong: %s', (name, rows, options) => {
    const given = name === 'sandbox' ? options : { sandbox, ...options };
    expect(() => reverify(rows as never, given as never)).toThrow(new RegExp(`^${name} must be`));
  });
});

describe('going through', () => {
  /** Endless rows, and how far they were read. */
  function endless(row: Conversation): { rows: AsyncIterable<Conversation>; read: () => number } {
    let count = 0;
    async function* rows(): AsyncGenerator<Conversation> {
      for (;;) {
        count++;
        yield row;
      }
    }
    return { rows: rows(), read: () => count };
  }

  it('keeps the order of the rows and reads no more than are worked on', async () => {
    const row = await converse(taxTask('output'), rightOutput);
    const { rows, read } = endless(row);
    const numbers: number[] = [];
    const found = reverify(rows, { sandbox, concurrency: 4 });
    for await (const { number } of found) {
      numbers.push(number);
      expect(read() - number).toBeLessThanOrEqual(4);
      if (number === 20) break;
    }
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(found.report()).toMatchObject({ status: 'stopped', rows: { total: 20 } });
  });

  it('gives rows in order though the first takes longest', async () => {
    const open: (() => void)[] = [];
    const slow = createStubSandbox(async (_, { net }) => {
      if (net === 1) await new Promise<void>((resolve) => open.push(resolve));
      else for (const resolve of open.splice(0)) resolve();
      return { status: 'returned', value: net ?? null, steps: 0, logs: [] };
    });
    const tasks = [1, 2, 3].map((net) => {
      const pair = { input: { net, rate: 1 }, output: net };
      return createTasks(addTax, [pair], { directions: ['output'] })[0] as Task;
    });
    const read = (task: Task): ReverifiableRow => ({ task, turns: [] });
    const found = await listOf(reverify(tasks, { sandbox: slow, read }));
    expect(found.map(({ number, status }) => [number, status])).toEqual([
      [1, 'agreeing'],
      [2, 'agreeing'],
      [3, 'agreeing'],
    ]);
  });

  it('ends with the reason of the signal', async () => {
    const { rows } = endless(await converse(taxTask('output'), rightOutput));
    const control = new AbortController();
    const found = reverify(rows, { sandbox, signal: control.signal });
    const reading = (async () => {
      for await (const { number } of found) if (number === 10) control.abort(new Error('enough'));
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(found.report().status).toBe('stopped');
    expect((await found.finish()).rows.total).toBe(found.report().rows.total);
  });

  it('ends with the error of the rows, after what was read before', async () => {
    const row = await converse(taxTask('output'), rightOutput);
    async function* rows(): AsyncGenerator<Conversation> {
      yield row;
      yield row;
      throw new Error('the disk is gone');
    }
    const found = reverify(rows(), { sandbox });
    await expect(found.finish()).rejects.toThrow('the disk is gone');
    expect(found.report()).toMatchObject({ status: 'stopped', rows: { total: 2, agreeing: 2 } });
  });

  it('ends with a closed sandbox instead of blaming the rows', async () => {
    const row = await converse(taxTask('output'), rightOutput);
    const closed = await createInProcessSandbox();
    await closed[Symbol.asyncDispose]();
    const found = reverify([row], { sandbox: closed });
    await expect(found.finish()).rejects.toBeInstanceOf(SandboxClosedError);
    expect(found.report().rows.unreadable).toBe(0);
  });

  it('reports on what has come out, and on all when it is finished', async () => {
    const row = await converse(taxTask('output'), rightOutput);
    const found = reverify([row, row, row], { sandbox });
    expect(found.report()).toMatchObject({ status: 'running', rows: { total: 0 }, durationMs: 0 });
    await found[Symbol.asyncIterator]().next();
    expect(found.report()).toMatchObject({ status: 'running', rows: { total: 1 } });
    expect(await found.finish()).toMatchObject({ status: 'complete', rows: { total: 3 } });
  });
});
