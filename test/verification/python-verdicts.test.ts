import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeFunction,
  createTasks,
  type Direction,
  defineFunction,
  type IOPair,
  type JsonObject,
  parseJson,
  type Sandbox,
  type Task,
  type Verdict,
  type VerifyOptions,
  verify,
} from '../../src/index.js';
import { createPythonSandbox } from '../../src/python/index.js';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createPythonSandbox({ workers: 1, maxSteps: 500 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const functionOf = (code: string, changes: Partial<CodeFunction> = {}): CodeFunction =>
  defineFunction({
    language: 'python',
    code,
    entrypoint: 'main_solution',
    query: 'What is the result?',
    ioDescription: 'Input: named values. Output: a value.',
    ...changes,
  });

/** A task about a recorded pair, given as JSON text. */
function taskOf(direction: Direction, fn: CodeFunction, input: string, output: string): Task {
  const pair: IOPair = { input: parseJson(input) as JsonObject, output: parseJson(output) };
  return createTasks(fn, [pair], { directions: [direction] })[0] as Task;
}

const judge = (task: Task, text: string, options: Partial<VerifyOptions> = {}): Promise<Verdict> =>
  verify(task, { text }, { sandbox, ...options });

describe('input predictions for Python functions', () => {
  const square = functionOf(
    'def main_solution(n, shift=0):\n    if n > 1000:\n        raise ValueError(f"{n} is too large")\n    return {"square": n * n + shift}',
  );
  const task = taskOf('input', square, '{"n": 5, "shift": 2}', '{"square": 27}');

  it('are correct with the recorded input, and with any other that leads to the output', async () => {
    for (const text of ['{"input": {"n": 5, "shift": 2}}', '{"input": {"n": -5, "shift": 2}}']) {
      expect(await judge(task, text)).toMatchObject({ status: 'correct' });
    }
    expect(await judge(task, '{"input": {"n": 1, "shift": 26}}')).toMatchObject({
      status: 'correct',
      predicted: { n: 1, shift: 26 },
    });
  });

  it('say what the code computed for a wrong one', async () => {
    expect(await judge(task, '{"input": {"n": 4, "shift": 2}}')).toEqual({
      status: 'mismatch',
      predicted: { n: 4, shift: 2 },
      computed: { square: 18 },
    });
  });

  it('say what the code raised, in the words of Python', async () => {
    expect(await judge(task, '{"input": {"n": 5000, "shift": 0}}')).toEqual({
      status: 'runtime-error',
      predicted: { n: 5000, shift: 0 },
      error: { name: 'ValueError', message: '5000 is too large', line: 3 },
    });
    const lookUp = functionOf('def main_solution(key):\n    return {"a": 1}[key]');
    const looked = taskOf('input', lookUp, '{"key": "a"}', '1');
    expect(await judge(looked, '{"input": {"key": "b"}}')).toMatchObject({
      status: 'runtime-error',
      error: { name: 'KeyError', message: "'b'", line: 2 },
    });
  });

  it('are no valid input when names are missing or unknown', async () => {
    expect(await judge(task, '{"input": {"n": 5}}')).toMatchObject({ status: 'invalid-input' });
    expect(await judge(task, '{"input": {"n": 5, "shift": 2, "x": 1}}')).toMatchObject({
      status: 'invalid-input',
    });
  });

  it.each([
    ['step-limit', 'while True: pass'],
    ['out-of-memory', 'kept = []\n        while True: kept.append([1] * 10000)'],
  ] as const)('are a mistake that is a %s', async (status, body) => {
    const code = `def main_solution(n):\n    if n != 1:\n        ${body}\n    return n`;
    const endless = taskOf('input', functionOf(code), '{"n": 1}', '1');
    expect(await judge(endless, '{"input": {"n": 2}}')).toEqual({ status, predicted: { n: 2 } });
  });

  it('are compared in exact numbers', async () => {
    const power = functionOf('def main_solution(n):\n    return 2 ** n + 1');
    const large = taskOf('input', power, '{"n": 64}', '18446744073709551617');
    expect(
      await judge(large, '{"input": {"n": 64}}', { equality: { mode: 'strict' } }),
    ).toMatchObject({
      status: 'correct',
    });
    const echo = functionOf('def main_solution(n):\n    return n + 1');
    const next = taskOf('input', echo, '{"n": 18446744073709551616}', '18446744073709551617');
    const strict = { equality: { mode: 'strict' } } as const;
    expect(await judge(next, '{"input": {"n": 18446744073709551616}}', strict)).toMatchObject({
      status: 'correct',
    });
    const wrong = await judge(next, '{"input": {"n": 18446744073709551617}}', strict);
    expect(wrong).toMatchObject({ status: 'mismatch' });
    expect(JSON.stringify(wrong)).toContain('18446744073709551618');
  });

  it('call positionally where the function names its parameters', async () => {
    const minus = functionOf('def main_solution(x, y):\n    return x - y', {
      parameters: ['a', 'b'],
    });
    const difference = taskOf('input', minus, '{"a": 5, "b": 3}', '2');
    expect(await judge(difference, '{"input": {"b": 1, "a": 3}}')).toMatchObject({
      status: 'correct',
    });
  });
});

describe('output predictions for Python functions', () => {
  const half = functionOf('def main_solution(n):\n    return n / 2');
  const power = functionOf('def main_solution(n):\n    return 2 ** n + 1');
  const strict = { equality: { mode: 'strict' } } as const;

  it.each([
    ['1.0', '1.0', 'correct', 'correct'],
    ['1.0', '1', 'correct', 'correct'],
    ['1', '1.0', 'correct', 'correct'],
    ['1.0', '1.0000001', 'correct', 'mismatch'],
    ['1.0', 'true', 'mismatch', 'mismatch'],
    ['1.0', '2', 'mismatch', 'mismatch'],
  ])('%s is recorded, and %s predicted', async (output, predicted, tolerant, exact) => {
    const task = taskOf('output', half, '{"n": 2}', output);
    const text = `{"output": ${predicted}}`;
    expect((await judge(task, text)).status).toBe(tolerant);
    expect((await judge(task, text, strict)).status).toBe(exact);
  });

  it.each([
    ['18446744073709551617', 'correct'],
    ['18446744073709551616', 'mismatch'],
    ['18446744073709551618', 'mismatch'],
    ['1.8446744073709551617e19', 'correct'],
    ['1.8446744073709552e19', 'mismatch'],
  ])('%s is a %s for 2 ** 64 + 1', async (predicted, status) => {
    const task = taskOf('output', power, '{"n": 64}', '18446744073709551617');
    expect((await judge(task, `{"output": ${predicted}}`, strict)).status).toBe(status);
  });

  it('take NaN for NaN, and lists for tuples', async () => {
    const fn = functionOf('def main_solution():\n    return (float("nan"), {1: (2, None)})');
    const task = taskOf('output', fn, '{}', '[NaN, {"1": [2, null]}]');
    expect(await judge(task, '{"output": [NaN, {"1": [2, null]}]}')).toMatchObject({
      status: 'correct',
    });
    expect(await judge(task, '{"output": [0, {"1": [2, null]}]}')).toMatchObject({
      status: 'mismatch',
    });
  });
});

describe("what is nobody's mistake in Python", () => {
  it.each([
    ['input', '{"input": {"n": 1}}'],
    ['output', '{"output": 5}'],
  ] as const)('a module that the sandbox lacks, for an %s', async (direction, text) => {
    const fn = functionOf('import numpy as np\ndef main_solution(n):\n    return int(np.abs(n))');
    expect(await judge(taskOf(direction, fn, '{"n": -1}', '1'), text)).toMatchObject({
      status: 'unverifiable',
      reason: 'missing-module',
      detail: expect.stringContaining('numpy') as unknown,
    });
  });

  it.each([
    ['a recorded output that is wrong', 'def main_solution(n):\n    return n + 1'],
    ['an output by chance', 'import random\ndef main_solution(n):\n    return random.random()'],
    ['code that raises an error', 'def main_solution(n):\n    return {}["n"]'],
    ['code that is none', 'def main_solution(n:\n    return n'],
  ])('%s', async (_, code) => {
    const text = '{"output": 7}';
    expect(await judge(taskOf('output', functionOf(code), '{"n": 1}', '999'), text)).toMatchObject({
      status: 'unverifiable',
      reason: 'truth-not-reproducible',
    });
  });

  it('a float that the code returns where an integer was recorded', async () => {
    const half = functionOf('def main_solution(n):\n    return n / 2');
    const task = taskOf('output', half, '{"n": 4}', '2');
    for (const mode of ['strict', 'tolerant'] as const) {
      const options = { equality: { mode } };
      expect(await judge(task, '{"output": 2}', options)).toMatchObject({ status: 'correct' });
      expect(await judge(task, '{"output": 3}', options)).toMatchObject({ status: 'mismatch' });
    }
  });
});
