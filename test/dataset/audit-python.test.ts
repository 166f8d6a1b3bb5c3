import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPairs } from '../../src/dataset/audit-pairs.js';
import { collectPairs, defineFunction, exactNumber, type IOPair } from '../../src/index.js';
import { createPythonSandbox } from '../../src/python/index.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { pairOf, recorded } from './support/audited-functions.js';
import { listOf } from './support/recorded-rows.js';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const popAll = `def main(n):
    total = 0
    while n:
        total += n.pop()
    return total`;

const orderOfSet = 'def main(n):\n    return list({str(i) for i in range(n)})';

describe('a pair of a Python function', () => {
  it.each([
    [
      'reproducible',
      'def main(n):\n    return 2 ** n',
      pairOf(64, exactNumber(String(2n ** 64n))),
      {},
    ],
    ['reproducible', 'def main(n):\n    return (n, {1: None})', pairOf(2, [2, { 1: null }]), {}],
    ['wrong-output', 'def main(n):\n    return n + 1', pairOf(1, 3), { computed: 2 }],
    ['wrong-output', 'def main(n):\n    return sorted(n)', pairOf([2, 1], [2, 1]), {}],
    ['mutated-input', 'def main(n):\n    n.sort()\n    return n', pairOf([2, 1], [2, 1]), {}],
    ['mutated-input', 'def main(n):\n    n["a"] = {1}\n    return 1', pairOf({}, 2), {}],
    ['non-deterministic', orderOfSet, pairOf(9, []), {}],
    [
      'non-deterministic',
      'import random\ndef main(n):\n    return random.random()',
      pairOf(1, 0),
      {},
    ],
    ['non-deterministic', 'import time\ndef main(n):\n    return time.time()', pairOf(1, 0), {}],
    [
      'missing-module',
      'import no_such.part\ndef main(n):\n    return 1',
      pairOf(1, 1),
      { missingModule: 'no_such' },
    ],
    ['crashed', 'def main(n):\n    return n["a"]', pairOf({}, 1), { detail: "KeyError: 'a'" }],
    ['unserializable', 'def main(n):\n    return {n}', pairOf(1, [1]), {}],
  ])('is %s: %s', async (status, code, pair, details) => {
    for (const parameters of [['n'], null]) {
      const functions = [recorded(code, [pair], { language: 'python', parameters })];
      expect(await listOf(auditPairs(functions, { sandbox }))).toMatchObject([
        { status, pairIndex: 0, ...details },
      ]);
    }
  });

  it('is known to have a changed input by another pair', async () => {
    const pairs: readonly IOPair[] = [pairOf([], 6), pairOf([1, 2], 3), pairOf([4], 5)];
    const functions = [recorded(popAll, pairs, { language: 'python', parameters: null })];
    const { statuses } = await auditPairs(functions, { sandbox }).finish();
    expect(statuses).toEqual({ 'mutated-input': 2, reproducible: 1 });
  });
});

describe('pairs that were collected', () => {
  it('are reproduced', async () => {
    const fn = defineFunction({
      language: 'python',
      code: 'def main_solution(values, power):\n    values.reverse()\n    return [v ** power for v in values]',
      entrypoint: 'main_solution',
      query: 'What is it?',
      ioDescription: '',
      inputGenerator: `import random
def generate_input():
    return {'values': [random.randint(1, 99) for _ in range(4)], 'power': random.randint(1, 12)}`,
    });
    const { pairs } = await collectPairs(fn, { sandbox, count: 8 });
    expect(pairs).toHaveLength(8);
    const { statuses } = await auditPairs([{ function: fn, pairs }], { sandbox }).finish();
    expect(statuses).toEqual({ reproducible: 8 });
  });
});
