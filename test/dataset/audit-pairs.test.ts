import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionPairs } from '../../src/core/function-pairs.js';
import { auditPairs } from '../../src/dataset/audit-pairs.js';
import type { AuditRow } from '../../src/functions/audit-row.js';
import {
  createInProcessSandbox,
  exactNumber,
  type Sandbox,
  stringifyJson,
} from '../../src/index.js';
import { pairOf, recorded } from './support/audited-functions.js';
import { listOf } from './support/recorded-rows.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox({ maxSteps: 200 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const audit = (...functions: readonly FunctionPairs[]): Promise<AuditRow[]> =>
  listOf(auditPairs(functions, { sandbox }));

describe('a pair', () => {
  it.each([
    ['reproducible', 'const main = (n) => n * 2', pairOf(2, 4), {}],
    ['reproducible', 'const main = (n) => n / 3', pairOf(1, 0.33333), {}],
    ['wrong-output', 'const main = (n) => n * 2', pairOf(2, 5), { computed: 4 }],
    ['non-deterministic', 'const main = () => Math.random()', pairOf(1, 0.5), {}],
    ['non-deterministic', 'const main = () => Date.now()', pairOf(1, 0), {}],
    [
      'non-deterministic',
      'const main = () => { if (Date.now() > 1.75e12) throw new RangeError("late"); return 1 }',
      pairOf(1, 1),
      { detail: 'one run returned, another ended as crashed (RangeError: late)' },
    ],
    [
      'crashed',
      'const main = (n) => n.missing.field',
      pairOf(1, 1),
      { detail: expect.stringMatching(/^TypeError: /) },
    ],
    [
      'crashed',
      'const main = (n) => {',
      pairOf(1, 1),
      { detail: expect.stringMatching(/^Syntax/) },
    ],
    ['step-limit', 'const main = () => { for (;;); }', pairOf(1, 1), {}],
    [
      'step-limit',
      'const main = () => { if (Date.now() > 1.75e12) for (;;); return 1 }',
      pairOf(1, 1),
      {},
    ],
    [
      'out-of-memory',
      'const main = () => { const all = []; for (;;) all.push(new Array(10000).fill(1)); }',
      pairOf(1, 1),
      {},
    ],
    [
      'unserializable',
      'const main = () => ({ a: [new Map()] })',
      pairOf(1, 1),
      { detail: 'a Map at $.a[0]' },
    ],
  ])('that is %s: %s', async (status, code, pair, details) => {
    const fn = recorded(code, [pair]);
    const { id: functionId } = fn.function;
    expect(await audit(fn)).toEqual(
      [{ functionId, entrypoint: 'main', pairIndex: 0, status, ...details }].map((row) =>
        status === 'non-deterministic' ? expect.objectContaining(row) : row,
      ),
    );
  });

  it('is compared by the rule that is asked for', async () => {
    const half = recorded('const main = () => 0.5', [pairOf(1, 0.5001)]);
    const strict = auditPairs([half], { sandbox, equality: { mode: 'strict' } });
    expect(await listOf(strict)).toMatchObject([{ status: 'wrong-output', computed: 0.5 }]);
    expect(await audit(half)).toMatchObject([{ status: 'reproducible' }]);
  });

  it('does not stop others by being refused', async () => {
    const good = recorded('const main = (n) => n', [pairOf(1, 1)]);
    const nameless = { ...good, function: { ...good.function, entrypoint: 'no name' } };
    expect(await audit(nameless, good)).toMatchObject([
      { status: 'refused', detail: expect.stringMatching(/^entrypoint must be the name/) },
      { status: 'reproducible' },
    ]);
  });

  it('is a line of a file as it is', async () => {
    const code = 'const main = (n) => { n.push(1); return n.length }';
    for (const row of await audit(recorded(code, [pairOf([], 7), pairOf([], 1)]))) {
      expect(JSON.parse(stringifyJson(row))).toEqual(row);
    }
  });
});

describe('a function that changes its arguments', () => {
  const popAll = 'const main = (n) => { let sum = 0; while (n.length) sum += n.pop(); return sum }';

  it.each([
    ['positional arguments', popAll, {}],
    [
      'the input object',
      'function main(all) { all.n = [...all.n, 1]; return all.n.length }',
      { parameters: null },
    ],
    ['what its arguments hold', 'function main(n) { n[0].seen = true; return n.length + 5 }', {}],
    [
      'arguments that JSON can no longer carry',
      'function main(n) { n[0] = new Set(); return 9 }',
      {},
    ],
    [
      'arguments after a while',
      'async function main(n) { await 0; n.push(1); return n.length }',
      {},
    ],
    [
      'arguments, in TypeScript',
      'export function main(n: number[]): number { n.push(1); return n.length }',
      { language: 'typescript' as const },
    ],
  ])('is found out when it changes %s', async (_, code, form) => {
    const rows = await audit(recorded(code, [pairOf([{ a: 1 }, 2], 1)], form));
    expect(rows).toMatchObject([{ status: 'mutated-input' }]);
    expect(rows[0]?.computed).not.toBe(1);
  });

  it('is known by one pair for all that are not reproduced', async () => {
    const pairs = [pairOf([], 6), pairOf([1, 2], 3), pairOf([1, 2], 4), pairOf([], 5)];
    for (const concurrency of [1, 2, 64]) {
      const rows = await listOf(auditPairs([recorded(popAll, pairs)], { sandbox, concurrency }));
      expect(rows.map(({ status }) => status)).toEqual([
        'mutated-input',
        'reproducible',
        'mutated-input',
        'mutated-input',
      ]);
    }
  });

  it('is nothing for another function, even with the same code', async () => {
    const [known, unknown] = [pairOf([1], 4), pairOf([], 5)];
    const rows = await audit(recorded(popAll, [known]), recorded(popAll, [unknown]));
    expect(rows.map(({ status }) => status)).toEqual(['mutated-input', 'wrong-output']);
  });

  it('is not taken for one by what the language cannot hold', async () => {
    const numbers = ['9007199254740993', '1.0', '-0', '1e400'].map((text) => exactNumber(text));
    const rows = await audit(
      recorded(
        'const main = (n) => 1',
        numbers.map((n) => pairOf(n, 2)),
      ),
    );
    expect(rows.map(({ status }) => status)).toEqual(numbers.map(() => 'wrong-output'));
  });

  it('is not looked for where an argument is missing', async () => {
    const fn = recorded('const main = (n) => 1', [{ input: {}, output: 2 }]);
    expect(await audit(fn)).toMatchObject([{ status: 'wrong-output' }]);
  });
});
