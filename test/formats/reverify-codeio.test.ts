import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecoveredConversation } from '../../src/formats/recovery/recovered-conversation.js';
import { type ReverifyCodeIOOptions, reverifyCodeIO } from '../../src/formats/reverify-codeio.js';
import type { Sandbox } from '../../src/index.js';
import { createPythonSandbox } from '../../src/python/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { listOf } from '../dataset/support/recorded-rows.js';
import {
  type PublishedRow,
  publishedRow,
  readRow,
  rightInput,
  rightOutput,
  wrongInput,
  wrongOutput,
} from './support/published-rows.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createPythonSandbox({ workers: 1, maxSteps: 300 });
  // The first start of all sets the interpreter up, which takes longer than a test may.
  await sandbox.run({ language: 'python', code: '', entrypoint: 'none' }, {});
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function read(rows: readonly PublishedRow[]): RecoveredConversation[] {
  return rows.map((row) => readRow(publishedRow(row)));
}

const power: PublishedRow = {
  direction: 'output',
  given: "{'n': 64}",
  code: 'def main_solution(n):\n    return 2 ** n + 1',
  turns: [],
};
const lookUp: PublishedRow = {
  direction: 'input',
  given: '2.5',
  code: 'def main_solution(key, table={"b": 2.5}):\n    return table[key]',
  turns: [],
};

const rows: readonly PublishedRow[] = [
  // As they say: the second turn is one off what a 64-bit float holds.
  {
    ...power,
    turns: [
      ['{"output": 18446744073709551618}', wrongOutput],
      ['{"output": 18446744073709551617}', rightOutput],
    ],
  },
  { ...lookUp, turns: [['{"input": {"key": "a"}}', "'a'"]] },
  // Wrong marks: right that is not, wrong that is right.
  { ...power, turns: [['{"output": 36893488147419103233}', rightOutput]] },
  {
    ...lookUp,
    turns: [
      ['{"input": {"key": "b"}}', wrongInput],
      ['{"input": {"key": "c"}}', rightInput],
    ],
  },
  // NaN is no number that the published checker calls equal to itself.
  {
    direction: 'output',
    given: "{'n': nan}",
    code: 'def main_solution(n):\n    return {"same": n}',
    turns: [['{"output": {"same": NaN}}', wrongOutput]],
  },
  // Called by another name: the key is none of the variables.
  { ...lookUp, turns: [['{"input": {"k": 1}}', "got an unexpected keyword argument 'k'"]] },
  // Nobody knew.
  { ...lookUp, turns: [['{"input": {"key": "b"}}', 'An unknown error occurred.']] },
  { ...power, code: 'def main_solution(m):\n    return m', turns: [['', wrongOutput]] },
];

const none = { total: 0, agreeing: 0, disagreeing: 0, unverifiable: 0, unclaimed: 0 };

describe('reverifyCodeIO', () => {
  it('says of every turn what is claimed and what is so', async () => {
    const found = reverifyCodeIO(read(rows), { sandbox });
    const lines = (await listOf(found)).map((row) =>
      row.status === 'unreadable'
        ? [row.status]
        : [row.status, ...row.turns.map(({ claimed, verdict }) => `${claimed} ${verdict.status}`)],
    );
    expect(lines).toEqual([
      ['agreeing', 'mismatch mismatch', 'correct correct'],
      ['agreeing', 'runtime-error runtime-error'],
      ['disagreeing', 'correct mismatch'],
      ['disagreeing', 'mismatch correct', 'correct runtime-error'],
      ['disagreeing', 'mismatch correct'],
      ['disagreeing', 'runtime-error invalid-input'],
      ['agreeing', 'undefined correct'],
      ['unreadable'],
    ]);
    expect(found.report()).toMatchObject({
      status: 'complete',
      rows: { total: 8, agreeing: 3, disagreeing: 4, unverifiable: 0, unreadable: 1 },
      turns: { ...none, total: 9, agreeing: 3, disagreeing: 5, unclaimed: 1 },
      truths: { unchecked: 7 },
      unreadableRows: [{ number: 8, problem: expect.stringContaining('TypeError') }],
    });
    expect(found.report().verdictChanges).toContainEqual({
      ...{ claimed: 'mismatch', found: 'correct', count: 2 },
    });
  });

  it('tells the type of an error, which published feedback lost', async () => {
    const [row] = await listOf(reverifyCodeIO(read(rows.slice(1, 2)), { sandbox }));
    expect(row).toMatchObject({
      row: { recovery: { status: 'recovered', truth: 'unknown' } },
      turns: [{ verdict: { error: { name: 'KeyError', message: "'a'" } } }],
    });
  });

  it('compares just right and wrong, by the published rule, if asked', async () => {
    const found = reverifyCodeIO(read(rows), {
      sandbox,
      compare: 'right-or-wrong',
      equality: { mode: 'paper' },
    });
    const { rows: counts, verdictChanges } = await found.finish();
    expect(counts).toMatchObject({ agreeing: 5, disagreeing: 2, unreadable: 1 });
    expect(verdictChanges).toEqual(
      expect.arrayContaining([
        { claimed: false, found: 'correct', count: 1 },
        { claimed: true, found: 'mismatch', count: 1 },
        { claimed: true, found: 'runtime-error', count: 1 },
      ]),
    );
  });

  it('calls a turn unverifiable when the sandbox lacks a module, with the reason', async () => {
    const needing = { ...lookUp, code: `import numpy\n${lookUp.code}` };
    const marked = read([{ ...needing, turns: [['{"input": {"key": "a"}}', "'a'"]] }]);
    const [row] = await listOf(reverifyCodeIO(marked, { sandbox }));
    expect(row).toMatchObject({
      status: 'unverifiable',
      turns: [{ verdict: { status: 'unverifiable', reason: 'missing-module' } }],
    });
  });

  it('abandons what it has begun when its consumer leaves', async () => {
    let pending = 0;
    const answered = createStubSandbox(() => ({
      status: 'returned',
      value: 1,
      steps: 0,
      logs: [],
    }));
    const stuck: Sandbox = {
      ...answered,
      languages: ['python'],
      async run(program, input, options) {
        if (!program.code.includes('while')) return answered.run(program, input, options);
        pending++;
        return new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => {
            pending--;
            reject(options.signal?.reason);
          });
        });
      },
    };
    const endless = 'def main_solution(n):\n    while True: pass';
    const slow = { ...power, code: endless, turns: [['', wrongOutput]] } as const;
    const marked = read([...rows.slice(2, 3), ...Array.from({ length: 20 }, () => slow)]);
    const found = reverifyCodeIO(marked, { sandbox: stuck });
    for await (const { status } of found) {
      expect(status).toBe('disagreeing');
      expect(pending).toBeGreaterThan(0);
      break;
    }
    expect(pending).toBe(0);
    expect(found.report()).toMatchObject({ status: 'stopped', rows: { total: 1 } });
  });

  it('refuses misuse at once, and stops by the signal', async () => {
    const bad = (options: object): (() => unknown) => {
      return () => reverifyCodeIO([], options as ReverifyCodeIOOptions);
    };
    expect(bad({})).toThrow(/sandbox/);
    expect(bad({ sandbox, compare: 'all' })).toThrow(/compare/);
    expect(bad({ sandbox, concurrency: 0 })).toThrow(/concurrency/);
    const controller = new AbortController();
    const found = reverifyCodeIO(read(rows), {
      sandbox,
      signal: controller.signal,
      concurrency: 1,
    });
    await expect(async () => {
      for await (const _row of found) controller.abort(new Error('enough'));
    }).rejects.toThrow('enough');
    expect(found.report()).toMatchObject({ status: 'stopped', rows: { total: 1 } });
  });
});
