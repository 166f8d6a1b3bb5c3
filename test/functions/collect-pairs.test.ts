import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeFunction,
  collectPairs,
  createInProcessSandbox,
  defineFunction,
  type Sandbox,
} from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { addTax } from '../support/fixtures.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox({ maxSteps: 200 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function withCode(
  code: string,
  inputGenerator = 'function generateInput() { return { n: Math.floor(Math.random() * 1e6) } }',
): CodeFunction {
  const { query, ioDescription } = addTax;
  return defineFunction({
    language: 'javascript',
    entrypoint: 'main',
    parameters: ['n'],
    query,
    ioDescription,
    code,
    inputGenerator,
  });
}

describe('collectPairs', () => {
  it('collects distinct pairs that the code reproduces', async () => {
    const { pairs, rejected, stats } = await collectPairs(withCode('const main = (n) => n % 97'), {
      sandbox,
      count: 20,
    });
    expect(pairs).toHaveLength(20);
    expect(new Set(pairs.map(({ input }) => input.n)).size).toBe(20);
    for (const { input, output } of pairs) expect(output).toBe((input.n as number) % 97);
    expect([rejected, stats]).toEqual([[], { attempts: 20 }]);
  });

  it('gives the same pairs for the same seed, whatever the count', async () => {
    const fn = withCode('const main = (n) => n + 1');
    const few = await collectPairs(fn, { sandbox, count: 3, seed: 7 });
    const many = await collectPairs(fn, { sandbox, count: 9, seed: 7 });
    const other = await collectPairs(fn, { sandbox, count: 3, seed: 8 });
    expect(many.pairs.slice(0, 3)).toEqual(few.pairs);
    expect(other.pairs).not.toEqual(few.pairs);
  });

  it('records the input as it was before the call changed it', async () => {
    const fn = withCode(
      'const main = (n) => { const sum = n[0] + n[1]; n.length = 0; return sum }',
      'const generateInput = () => ({ n: [Math.random(), 2] })',
    );
    const { pairs } = await collectPairs(fn, { sandbox, count: 2 });
    for (const { input } of pairs) expect(input.n).toHaveLength(2);
  });

  it.each([
    ['randomness', 'const main = (n) => n + Math.random()'],
    ['randomness while loading', 'const salt = Math.random(); const main = (n) => n + salt'],
    ['the clock', 'const main = (n) => n + Date.now()'],
  ])('rejects a function that depends on %s', async (_, code) => {
    const { pairs, rejected } = await collectPairs(withCode(code), {
      sandbox,
      count: 2,
      maxAttempts: 3,
    });
    expect(pairs).toEqual([]);
    expect(rejected.map(({ reason }) => reason)).toEqual(Array(3).fill('not-deterministic'));
  });

  it.each([
    ['threw', 'const main = () => { throw new Error("no") }', 'Error: no'],
    ['step-limit', 'const main = () => { for (;;); }', 'step-limit'],
    ['unserializable', 'const main = (n) => ({ n: undefined })', 'undefined at $.n'],
    ['null-output', 'const main = () => null', undefined],
    ['unsafe-integer', 'const main = () => ({ big: [2 ** 60] })', 'integer beyond 2^53 at $.big.0'],
  ])('names the reject %s', async (reason, code, detail) => {
    const { rejected } = await collectPairs(withCode(code), { sandbox, count: 1, maxAttempts: 1 });
    expect(rejected).toMatchObject([{ index: 0, reason, detail }]);
  });

  it.each([
    ['generator-failed', 'const generateInput = () => { throw new Error("no") }'],
    ['input-not-an-object', 'const generateInput = () => [1]'],
  ])('names the reject %s', async (reason, generator) => {
    const { rejected } = await collectPairs(withCode('const main = (n) => n', generator), {
      sandbox,
      count: 1,
      maxAttempts: 1,
    });
    expect(rejected).toMatchObject([{ reason }]);
  });

  it('rejects an input that came before, and keeps the pairs around a bad one', async () => {
    const generator = 'const generateInput = () => ({ n: Math.floor(Math.random() * 4) })';
    const code = 'const main = (n) => { if (n === 2) throw new Error("two"); return n }';
    const { pairs, rejected } = await collectPairs(withCode(code, generator), {
      sandbox,
      count: 4,
      maxAttempts: 60,
    });
    expect(pairs.map(({ input }) => input.n).sort()).toEqual([0, 1, 3]);
    expect(new Set(rejected.map(({ reason }) => reason))).toEqual(
      new Set(['threw', 'duplicate-input']),
    );
    expect(pairs.length + rejected.length).toBe(60);
  });

  it('says when the sandbox could not tell', async () => {
    const lossy = createStubSandbox(() => ({ status: 'lost' }));
    const { rejected } = await collectPairs(withCode('const main = (n) => n'), {
      sandbox: lossy,
      count: 1,
      maxAttempts: 1,
    });
    expect(rejected).toMatchObject([{ reason: 'lost' }]);
  });

  it('wants a generator', async () => {
    await expect(
      collectPairs({ ...addTax, inputGenerator: undefined }, { sandbox }),
    ).rejects.toThrow('inputGenerator must be');
  });
});
