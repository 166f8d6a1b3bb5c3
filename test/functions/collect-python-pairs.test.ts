import { describe, expect, it } from 'vitest';
import { checkInfluence } from '../../src/functions/check-pairs.js';
import { describeShortage } from '../../src/functions/describe-shortage.js';
import {
  collectPairs,
  defineFunction,
  type JsonValue,
  type Outcome,
  type RunOptions,
  type Sandbox,
} from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';

const fn = defineFunction({
  language: 'python',
  code: 'def main_solution(n): …',
  entrypoint: 'main_solution',
  query: 'What is it?',
  ioDescription: '',
  inputGenerator: 'def generate_input(): …',
});

const returned = (value: JsonValue): Outcome => {
  return { status: 'returned', value, steps: 0, logs: [] };
};

const lacking = (missingModule: string): Outcome => {
  const message = `No module named '${missingModule}'`;
  const error = { name: 'ModuleNotFoundError', message, line: 1, missingModule };
  return { status: 'threw', error, steps: 0 };
};

/** A sandbox whose generator counts, and which answers by the seed of the call. */
function sandboxOf(respond: (n: number, options: RunOptions) => Outcome): Sandbox {
  let drawn = 0;
  const stub = createStubSandbox(() => ({ status: 'lost' }));
  return {
    ...stub,
    async run({ entrypoint }, input, options = {}) {
      if (entrypoint === 'generate_input') return returned({ n: drawn++ });
      return entrypoint === 'main_solution' ? respond(Number(input.n), options) : lacking('none');
    },
  };
}

describe('pairs of a Python function', () => {
  it('are drawn by generate_input()', async () => {
    const sandbox = sandboxOf((n) => returned(n * n));
    const { pairs } = await collectPairs(fn, { sandbox, count: 3 });
    expect(pairs.map(({ input, output }) => [input.n, output])).toEqual([
      [0, 0],
      [1, 1],
      [2, 4],
    ]);
  });

  it('are rejected when they depend on the lowest bit of the seed, which orders sets', async () => {
    const sandbox = sandboxOf((_, { seed = 0 }) => returned(seed % 2));
    const { stats } = await collectPairs(fn, { sandbox, count: 1, maxAttempts: 12 });
    expect(stats.rejects).toEqual({ 'not-deterministic': 12 });
  });
});

describe('a module that the sandbox lacks', () => {
  it('ends collecting at once, and pairs before it are kept', async () => {
    const sandbox = sandboxOf((n) => (n < 2 ? returned(n) : lacking('numpy')));
    const { pairs, rejected, stats } = await collectPairs(fn, { sandbox, count: 8 });
    expect(pairs).toHaveLength(2);
    expect(rejected).toEqual([
      {
        ...{ index: 2, reason: 'missing-module', input: { n: 2 } },
        ...{ missingModule: 'numpy', detail: 'the sandbox lacks the module numpy' },
      },
    ]);
    expect(stats).toMatchObject({ attempts: 3, rejects: { 'missing-module': 1 } });
  });

  it('is no failure of the generator that imports it', async () => {
    const sandbox = createStubSandbox(() => lacking('faker'));
    const { rejected } = await collectPairs(fn, { sandbox, count: 5 });
    expect(rejected).toMatchObject([{ reason: 'missing-module', missingModule: 'faker' }]);
  });

  it('is what a model is told of, and nothing else', async () => {
    const sandbox = sandboxOf((n) => (n < 4 ? returned(null) : lacking('numpy')));
    const collected = await collectPairs(fn, { sandbox, count: 8 });
    expect(collected.stats.rejects).toEqual({ 'null-output': 4, 'missing-module': 1 });
    expect(describeShortage(collected, 5)).toEqual([
      {
        kind: 'import',
        message: 'The module `numpy` does not exist where the code runs.',
      },
    ]);
  });
});

describe('checkInfluence', () => {
  it('knows the variables of a Python function by its inputs', async () => {
    const sandbox = createStubSandbox((_, { a = null }) => returned(a));
    const pairs = [1, 2, 3].map((a) => ({ input: { a, b: a }, output: a }));
    expect(await checkInfluence(fn, pairs, { sandbox })).toMatchObject([
      { kind: 'unused-parameter', message: expect.stringContaining('parameter `b`') },
    ]);
  });
});
