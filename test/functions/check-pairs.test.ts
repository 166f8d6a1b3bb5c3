import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFieldNames, checkInfluence } from '../../src/functions/check-pairs.js';
import {
  createInProcessSandbox,
  defineFunction,
  type IOPair,
  type Sandbox,
} from '../../src/index.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const inputs = [
  { a: 1, b: 5 },
  { a: 2, b: 7 },
  { a: 3, b: 9 },
];

async function influenceOn(code: string): Promise<readonly string[]> {
  const parameters = ['a', 'b'];
  const text = { query: 'What?', ioDescription: '' };
  const fn = defineFunction({
    language: 'javascript',
    code,
    entrypoint: 'main',
    parameters,
    ...text,
  });
  const pairs: IOPair[] = [];
  for (const input of inputs) {
    const outcome = await sandbox.run(fn, input);
    if (outcome.status === 'returned') pairs.push({ input, output: outcome.value });
  }
  const problems = await checkInfluence(fn, pairs, { sandbox });
  return problems.map(({ kind, message }) => `${kind}: ${message}`);
}

describe('checkInfluence', () => {
  it('finds a variable that makes no difference though the code uses it', async () => {
    expect(await influenceOn('const main = (a, b) => (b > 0 ? a * 2 : a * 3)')).toEqual([
      'unused-parameter: The result stayed the same when the parameter `b` was given other values.',
    ]);
  });

  it.each([
    ['two variables that matter', 'const main = (a, b) => a + b'],
    ['one that matters for some inputs', 'const main = (a, b) => (a === 2 ? b : a)'],
    [
      'one whose other values are refused',
      'const main = (a, b) => { if (b !== 3 + 2 * a) throw 0; return a }',
    ],
  ])('has nothing against %s', async (_, code) => {
    expect(await influenceOn(code)).toEqual([]);
  });
});

describe('checkFieldNames', () => {
  const pairs = [
    { input: {}, output: { total: 1, 'per cent': 2, [`c${1}`]: 0 } },
    { input: {}, output: { total: 1, 'per cent': 2, c2: 0 } },
  ];

  it('wants the fields that all results have', () => {
    expect(checkFieldNames('`total` and `per cent`', pairs)).toEqual([]);
    expect(checkFieldNames('The totals.', pairs)).toMatchObject([
      { kind: 'variable-not-named', message: expect.stringContaining('the field `total` of the') },
      { message: expect.stringContaining('the field `per cent`') },
    ]);
  });

  it('wants nothing for results that are no objects', () => {
    expect(checkFieldNames('', [{ input: {}, output: [1] }])).toEqual([]);
    expect(checkFieldNames('', [])).toEqual([]);
  });
});
