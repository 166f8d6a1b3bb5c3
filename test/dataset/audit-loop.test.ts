import { describe, expect, it } from 'vitest';
import type { FunctionPairs } from '../../src/core/function-pairs.js';
import { auditPairs } from '../../src/dataset/audit-pairs.js';
import type { AuditSummary } from '../../src/dataset/audit-summary.js';
import { SandboxClosedError } from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { pairOf, recorded } from './support/audited-functions.js';
import { listOf } from './support/recorded-rows.js';

/** Returns the input's `n`; loses the call, or lacks a module, where `n` says so. */
const sandbox = createStubSandbox((_, { n = null }) => {
  if (n === 'lost') return { status: 'lost' };
  if (n === 'throw') return { status: 'threw', error: { name: 'E', message: '' }, steps: 0 };
  if (typeof n !== 'string') return { status: 'returned', value: n, steps: 0, logs: [] };
  const message = `No module named '${n}'`;
  const error = { name: 'ModuleNotFoundError', message, missingModule: n };
  return { status: 'threw', error, steps: 0 };
});

const numbered = (first: number, count = 1): FunctionPairs =>
  recorded(
    'code',
    Array.from({ length: count }, (_, index) => pairOf(first + index, first + index)),
  );

describe('the settings', () => {
  it.each([
    ['sandbox', [], { sandbox: undefined }],
    ['functions', 'raw.jsonl', {}],
    ['seed', [], { seed: -1 }],
    ['concurrency', [], { concurrency: 0 }],
  ])('are refused at once when wrong: %s', (name, functions, options) => {
    const audit = () => auditPairs(functions as never, { sandbox, ...options } as never);
    expect(audit).toThrow(new RegExp(`^${name} must be`));
  });

  it.each([
    ['functions', { pairs: [] }],
    ['functions', { ...numbered(1), pairs: [null] }],
    ['functions', numbered(1).function],
    ['sandbox', recorded('code', [], { language: 'python' })],
  ])('are refused with the item that they do not fit: %s', async (name, item) => {
    const onlyJavaScript = { ...sandbox, languages: ['javascript'] as const };
    const audit = auditPairs([numbered(1), item as never], { sandbox: onlyJavaScript });
    await expect(audit.finish()).rejects.toThrow(new RegExp(`^${name} must be`));
    expect(audit.summary()).toMatchObject({ status: 'stopped', functions: 1, pairs: 1 });
  });
});

describe('going through', () => {
  it('keeps the order, and reads no more than is worked on', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<FunctionPairs> {
      for (;;) yield numbered(read++, 2);
    }
    const audit = auditPairs(endless(), { sandbox, concurrency: 6 });
    let count = 0;
    for await (const { pairIndex } of audit) {
      expect(pairIndex).toBe(count % 2);
      count++;
      // Two pairs and an end each.
      expect(read - Math.ceil(count / 2)).toBeLessThanOrEqual(3);
      if (count === 40) break;
    }
    expect(audit.summary()).toMatchObject({ status: 'stopped', pairs: 40, functions: 19 });
  });

  it('gives rows in order though the first takes longest', async () => {
    const open: (() => void)[] = [];
    const slow = createStubSandbox(async (_, { n = null }) => {
      if (n === 0) await new Promise<void>((resolve) => open.push(resolve));
      else for (const resolve of open.splice(0)) resolve();
      return { status: 'returned', value: n, steps: 0, logs: [] };
    });
    const rows = await listOf(auditPairs([numbered(0, 3), numbered(5, 2)], { sandbox: slow }));
    expect(rows.map(({ pairIndex }) => pairIndex)).toEqual([0, 1, 2, 0, 1]);
  });

  it('runs each pair with seeds of both parities and under two clocks, the same every time', async () => {
    const runsOf = async (seed: number) => {
      const runs: { seed: number; nowMs: number | undefined }[] = [];
      const watched: typeof sandbox = {
        ...sandbox,
        run(program, input, options) {
          runs.push({ seed: options?.seed ?? -1, nowMs: options?.nowMs });
          return sandbox.run(program, input, options);
        },
      };
      await auditPairs([numbered(1, 20)], { sandbox: watched, seed }).finish();
      return runs;
    };
    const runs = await runsOf(1);
    expect(await runsOf(1)).toEqual(runs);
    expect(await runsOf(2)).not.toEqual(runs);
    expect(runs).toHaveLength(40);
    for (let pair = 0; pair < 20; pair++) {
      const [first, second] = runs.slice(2 * pair);
      expect([first?.seed, second?.seed].map((seed) => Math.abs((seed ?? 0) % 2))).toEqual([0, 1]);
      expect(first?.nowMs).not.toBe(second?.nowMs);
    }
  });

  it('ends at an abort with its reason', async () => {
    const controller = new AbortController();
    const functions = [numbered(0), numbered(1), numbered(2)];
    const audit = auditPairs(functions, { sandbox, signal: controller.signal, concurrency: 1 });
    const left = async () => {
      for await (const _ of audit) controller.abort(new Error('enough'));
    };
    await expect(left()).rejects.toThrow('enough');
    expect(audit.summary()).toMatchObject({ status: 'stopped' });
    expect(audit.summary().pairs).toBeLessThan(3);
  });

  it('ends with the sandbox', async () => {
    const closed: typeof sandbox = {
      ...sandbox,
      run: () => Promise.reject(new SandboxClosedError()),
    };
    await expect(auditPairs([numbered(1)], { sandbox: closed }).finish()).rejects.toThrow(
      SandboxClosedError,
    );
  });
});

describe('the summary', () => {
  it('counts pairs, functions by their worst pair, and what was missing', async () => {
    const progress: AuditSummary[] = [];
    const audit = auditPairs(
      [
        numbered(1, 3),
        recorded('a', [pairOf(1, 1), pairOf('lost', 1), pairOf('throw', 1)]),
        recorded('b', [pairOf('numpy', 1), pairOf('numpy', 2), pairOf('sympy', 1)]),
        recorded('c', [pairOf('sympy', 1), pairOf(1, 2)]),
        recorded('d', []),
      ],
      { sandbox, onProgress: (summary) => progress.push(summary) },
    );
    const summary = await audit.finish();
    expect(summary).toEqual({
      status: 'complete',
      functions: 5,
      pairs: 11,
      statuses: { reproducible: 4, lost: 1, crashed: 1, 'missing-module': 4, 'wrong-output': 1 },
      functionStatuses: {
        reproducible: 1,
        crashed: 1,
        'missing-module': 1,
        'wrong-output': 1,
        'no-pairs': 1,
      },
      missingModules: [
        { name: 'sympy', functions: 2, pairs: 2 },
        { name: 'numpy', functions: 1, pairs: 2 },
      ],
      durationMs: expect.any(Number),
    });
    expect(progress.map(({ functions, pairs }) => [functions, pairs])).toEqual([
      [1, 3],
      [2, 6],
      [3, 9],
      [4, 11],
      [5, 11],
    ]);
    expect(progress.every(({ status }) => status === 'running')).toBe(true);
  });

  it('does not grow with the modules that programs make up', async () => {
    const functions = Array.from({ length: 1500 }, (_, i) => recorded('x', [pairOf(`m${i}`, 1)]));
    const { missingModules, statuses } = await auditPairs(functions, { sandbox }).finish();
    expect(missingModules).toHaveLength(1000);
    expect(statuses).toEqual({ 'missing-module': 1500 });
  });
});
