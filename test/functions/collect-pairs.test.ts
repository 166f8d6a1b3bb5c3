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
    expect(rejected).toEqual([]);
    expect(stats).toEqual({
      attempts: 20,
      rejects: {},
      distinctOutputs: new Set(pairs.map(({ output }) => output)).size,
      triviality: [],
    });
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
    ['threw', 'const main = () => { throw new Error("no") }', 'Error: no (line 1)'],
    ['step-limit', 'const main = () => { for (;;); }', undefined],
    ['unserializable', 'const main = (n) => ({ n: undefined })', 'undefined at $.n'],
    ['null-output', 'const main = () => null', undefined],
    [
      'unsafe-integer',
      'const main = () => ({ big: [2 ** 60] })',
      'integer beyond 2^53 at $.big[0]',
    ],
  ])('names the reject %s', async (reason, code, detail) => {
    const { rejected } = await collectPairs(withCode(code), { sandbox, count: 1, maxAttempts: 1 });
    expect(rejected).toMatchObject([{ index: 0, reason }]);
    expect(rejected[0]?.detail).toBe(detail);
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

  it.each([
    ['input-too-large', { maxDigits: 5 }, '$.n', 6],
    ['output-too-large', { maxContainerLength: 2 }, '$.list', 3],
    ['output-too-large', { maxStringLength: 4 }, '$.text', 5],
    ['output-too-large', { maxDepth: 1 }, '$.list', 2],
    ['output-too-large', { maxTextLength: 30 }, '$', 31],
  ] as const)(
    'rejects as %s what exceeds %j, with the place',
    async (reason, limits, path, actual) => {
      const { pairs, rejected } = await collectPairs(
        withCode(
          'const main = (n) => ({ list: [1, 2, 3], text: "abcde" })',
          'const generateInput = () => ({ n: 123456 })',
        ),
        { sandbox, count: 1, maxAttempts: 1, limits },
      );
      expect(pairs).toEqual([]);
      const [limit, maximum] = Object.entries(limits)[0] as [string, number];
      expect(rejected).toMatchObject([{ reason, path, excess: { limit, maximum, actual, path } }]);
    },
  );

  it('keeps about the limits of the paper by default', async () => {
    const fn = withCode(
      'const main = (n) => Array.from({ length: n }, (_, i) => i)',
      'let last = 15; const generateInput = () => ({ n: 10 + Math.floor(Math.random() * 20) })',
    );
    const { pairs, rejected } = await collectPairs(fn, { sandbox, count: 20, maxAttempts: 60 });
    expect(Math.max(...pairs.map(({ input }) => input.n as number))).toBe(19);
    const tooLarge = rejected.filter(({ reason }) => reason === 'output-too-large');
    expect(tooLarge.length).toBeGreaterThan(5);
    expect(tooLarge.every(({ input }) => (input?.n as number) > 19)).toBe(true);
  });

  it('holds inputs to the schema that a function comes with', async () => {
    const inputSchema = {
      type: 'object',
      properties: { n: { type: 'integer', maximum: 5 } },
      required: ['n'],
      additionalProperties: false,
    };
    const generator = 'const generateInput = () => ({ n: Math.floor(Math.random() * 10) })';
    const fn = { ...withCode('const main = (n) => n * n + 1', generator), inputSchema };
    const { pairs, rejected } = await collectPairs(fn, { sandbox, count: 5, maxAttempts: 50 });
    expect(pairs.every(({ input }) => (input.n as number) <= 5)).toBe(true);
    const misfit = rejected.find(({ reason }) => reason === 'input-misfits-schema');
    expect(misfit?.detail).toBe('"n" must be <= 5');
  });

  it('flags a trivial function, and drops it when asked to', async () => {
    const fn = withCode('const main = (n) => n >= 0');
    const kept = await collectPairs(fn, { sandbox, count: 3 });
    expect(kept.pairs).toHaveLength(3);
    expect(kept.stats.triviality).toEqual(['constant-output']);

    const dropped = await collectPairs(fn, { sandbox, count: 3, dropTrivial: true });
    expect(dropped.pairs).toEqual([]);
    expect(dropped.stats).toMatchObject({ rejects: { trivial: 3 }, distinctOutputs: 1 });
    expect(dropped.rejected).toMatchObject(
      [0, 1, 2].map((index) => ({ index, reason: 'trivial', detail: 'constant-output' })),
    );

    const other = await collectPairs(fn, { sandbox, count: 3, dropTrivial: ['echo'] });
    expect(other.pairs).toEqual(kept.pairs);
  });

  it('gives up after so many failures in a row, at the same attempt whatever the count', async () => {
    const fn = withCode('const main = (n) => { throw new Error("never") }');
    for (const count of [1, 3, 50]) {
      const { stats } = await collectPairs(fn, { sandbox, count, maxFailuresInARow: 7 });
      expect(stats).toMatchObject({ attempts: 7, rejects: { threw: 7 } });
    }
  });

  it('does not give up for inputs that repeat', async () => {
    const generator = 'const generateInput = () => ({ n: Math.floor(Math.random() * 2) })';
    const { stats } = await collectPairs(withCode('const main = (n) => n', generator), {
      sandbox,
      count: 3,
      maxAttempts: 40,
      maxFailuresInARow: 2,
    });
    expect(stats.attempts).toBe(40);
    expect(stats.rejects).toEqual({ 'duplicate-input': 38 });
  });

  it.each([
    [{ limits: { maxDepth: 0 } }, 'limits.maxDepth must be'],
    [{ limits: { maxDepht: 3 } }, 'limits must be an object with maxTextLength'],
    [{ dropTrivial: ['dull'] }, 'dropTrivial must be'],
    [{ count: -1 }, 'count must be'],
    [{ maxFailuresInARow: 0 }, 'maxFailuresInARow must be'],
  ])('refuses %j', async (options, message) => {
    // @ts-expect-error Some of these are what a user without types may pass.
    await expect(collectPairs(addTax, { sandbox, ...options })).rejects.toThrow(message);
  });

  it('asks again for a call that the sandbox lost', async () => {
    let calls = 0;
    const flaky = createStubSandbox((program) => {
      if (++calls % 2 === 1) return { status: 'lost' };
      const value = program.entrypoint === 'generateInput' ? { n: 1 } : 2;
      return { status: 'returned', value, steps: 0, logs: [] };
    });
    const { pairs } = await collectPairs(withCode('const main = (n) => n'), {
      sandbox: flaky,
      count: 1,
    });
    expect(pairs).toMatchObject([{ input: { n: 1 }, output: 2 }]);
  });

  it('keeps on a pair how much there was to compute', async () => {
    const fn = withCode(
      'const main = (n) => { let m = 1; for (let i = 0; i < n; i++) m = (m * 7) % 97; return m }',
      'const generateInput = () => ({ n: 1 + Math.floor(Math.random() * 40) })',
    );
    const { pairs } = await collectPairs(fn, { sandbox, count: 5 });
    const [first] = pairs;
    for (const { input, operations } of pairs) {
      const rounds = (input.n as number) - (first?.input.n as number);
      expect((operations ?? 0) - (first?.operations ?? 0)).toBe(2 * rounds);
    }
  });

  it('wants a generator', async () => {
    await expect(
      collectPairs({ ...addTax, inputGenerator: undefined }, { sandbox }),
    ).rejects.toThrow('inputGenerator must be');
  });
});
