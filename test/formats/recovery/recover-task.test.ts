import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type RecoverTaskOptions,
  recoverTask,
  type TaskRecovery,
} from '../../../src/formats/recovery/recover-task.js';
import {
  isEqual,
  parseJson,
  type Sandbox,
  stringifyJson,
  type Task,
  verify,
} from '../../../src/index.js';
import { createPythonSandbox } from '../../../src/python/index.js';
import {
  type PublishedRow,
  publishedRow,
  readRow,
  rightInput,
  rightOutput,
  wrongInput,
  wrongOutput,
} from '../support/published-rows.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createPythonSandbox({ workers: 1, maxSteps: 300 });
  // The first start of all sets the interpreter up, which takes longer than a test may.
  await sandbox.run({ language: 'python', code: '', entrypoint: 'none' }, {});
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function recover(
  row: PublishedRow,
  options: Partial<RecoverTaskOptions> = {},
): Promise<TaskRecovery> {
  return recoverTask(readRow(publishedRow(row)), { sandbox, ...options });
}

async function taskOf(row: PublishedRow): Promise<Task> {
  const recovery = await recover(row);
  if (recovery.status !== 'recovered') throw new Error(recovery.problem);
  return recovery.task;
}

/** The output that is recovered where the input is this. */
async function outputFor(given: string, code: string): Promise<string> {
  const turns = [['{"output": 1}', rightOutput]] as const;
  return stringifyJson((await taskOf({ direction: 'output', given, code, turns })).pair.output);
}

const returning = (body: string): string => `def main_solution(n):\n    return ${body}`;

describe('a task with an output to predict', () => {
  it('is made of the given input and of what the code returns', async () => {
    const recovery = await recover({
      direction: 'output',
      given: "{'words': ['a', \"it's\"], 'shout': True, 'rest': None}",
      code: 'def main_solution(words, shout, rest=None):\n    return [w.upper() if shout else w for w in words]',
      turns: [['{"output": ["A"]}', rightOutput]],
    });
    expect(recovery).toMatchObject({
      status: 'recovered',
      truth: 'computed',
      task: {
        direction: 'output',
        includeCode: true,
        function: {
          language: 'python',
          entrypoint: 'main_solution',
          query: 'What comes of it?',
          ioDescription: 'Input: as the code has it\nOutput: as the code has it',
        },
        pair: {
          input: { words: ['a', "it's"], shout: true, rest: null },
          output: ['A', "IT'S"],
        },
      },
    });
  });

  it.each([
    ["{'n': 18446744073709551617}", returning('n + 1'), '18446744073709551618'],
    ["{'n': 2.0}", returning('n'), '2.0'],
    ["{'n': nan}", returning('[n, n != n]'), '[NaN,true]'],
    ['{"n": [1, {"a": -Infinity}]}', returning('n[1]["a"]'), '-Infinity'],
    ["{'n': {1: (2, 3)}}", returning('n'), '{"1":[2,3]}'],
    ["{'n': 3}", returning('None'), 'null'],
    // As the published checker calls functions.
    ['7', returning('n + 1'), '8'],
    ['[7, 8]', returning('n[1]'), '8'],
    ['[7, 8]', 'def main_solution(a, b):\n    return a - b', '-1'],
  ])('has numbers and values as Python has them: %s', async (given, code, output) => {
    expect(await outputFor(given, code)).toBe(output);
  });

  it.each([
    ["{'n': {1, 2}}", returning('n'), /cannot be read as JSON or Python: a set at \.n/],
    ['n is three', returning('n'), /cannot be read as JSON or Python/],
    ['[1, 2, 3]', 'def main_solution(a, b):\n    return a', /not what the function takes/],
    ["{'n': {}}", returning('n["a"]'), /does not return .*crashed \(KeyError: 'a'\)/],
    ["{'m': 1}", returning('n'), /crashed \(TypeError: .*unexpected keyword argument/],
    ["{'n': 1}", 'def other(n):\n    return n', /main_solution/],
    ["{'n': 1}", `import numpy\n${returning('n')}`, /missing-module .*numpy/],
    ["{'n': 1}", `import random\n${returning('random.random()')}`, /non-deterministic/],
    ["{'n': 1}", returning('list({"a", "b", "c", "d", "e", "f", "g"})'), /non-deterministic/],
    ["{'n': 1}", returning('{n}'), /unserializable \(a set/],
    ["{'n': 1}", 'def main_solution(n):\n    while n: pass', /step-limit/],
    ["{'n': 1}", 'def main_solution(n) return n', /SyntaxError/],
  ])('is not recovered from %s with %j', async (given, code, problem) => {
    const turns = [['', wrongOutput]] as const;
    expect(await recover({ direction: 'output', given, code, turns })).toEqual({
      status: 'unrecoverable',
      problem: expect.stringMatching(problem),
    });
  });
});

describe('a task with an input to predict', () => {
  const double = 'def main_solution(n, times=2):\n    return n * times';

  it('has the input of the turn that is said to be right', async () => {
    const recovery = await recover({
      direction: 'input',
      given: '18446744073709551618',
      code: double,
      turns: [
        ['{"input": {"n": 4}}', wrongInput],
        ['So {"input": {"n": 9223372036854775809, "times": 2}}', rightInput],
      ],
    });
    expect(recovery).toMatchObject({ status: 'recovered', truth: 'claimed' });
    if (recovery.status !== 'recovered') return;
    const { input, output } = recovery.task.pair;
    expect(stringifyJson(input)).toBe('{"n":9223372036854775809,"times":2}');
    expect(stringifyJson(output)).toBe('18446744073709551618');
  });

  it.each([
    ['what was predicted', '{"input": {"n": 1, "times": 1}}', { n: null, times: null }],
    ['the required ones of it', '{"input": {"n": 1}}', { n: null }],
    ['the code, for names that it does not take', '{"input": {"m": 1}}', { n: null, times: null }],
    ['the code, where nothing was', 'No idea.', { n: null, times: null }],
  ])('has the names of the variables from %s when no turn is right', async (_, reply, input) => {
    const turns = [[reply, "'a'"]] as const;
    expect(await recover({ direction: 'input', given: '8', code: double, turns })).toMatchObject({
      truth: 'unknown',
      task: { direction: 'input', pair: { input, output: 8 } },
    });
  });

  it('judges every input by the given output, also where the claim is wrong', async () => {
    const task = await taskOf({
      direction: 'input',
      given: '8',
      code: double,
      turns: [['{"input": {"n": 5}}', rightInput]],
    });
    const judge = async (n: number): Promise<string> =>
      (await verify(task, { text: `{"input": {"n": ${n}}}` }, { sandbox, checkTruth: false }))
        .status;
    expect([await judge(5), await judge(4)]).toEqual(['mismatch', 'correct']);
  });

  const told = (json: string): string =>
    `[Mismatch] Hm. Given the output ${json}, your input is not.`;

  it.each([
    ['a text without quotes', 'two words', 'No idea.', told('"x"'), 'two words'],
    ['nothing', '', 'No idea.', wrongInput, ''],
    ['a number, as it looks', '1010', 'No idea.', wrongInput, 1010],
    ['a text, by what the right turn leads to', '1010', '{"input": {"n": 10}}', rightInput, '1010'],
    ['a text, by what the feedback quotes', '1010', 'No idea.', told('"1010"'), '1010'],
    ['a number, by what the feedback quotes', '1010', 'No idea.', told('1010'), 1010],
    ['a number, where the feedback makes no sense', '1010', 'No idea.', told('x'), 1010],
    ['a list with NaN', '[nan, None]', 'No idea.', wrongInput, parseJson('[NaN, null]')],
  ])('takes the given output for %s', async (_, given, reply, feedback, output) => {
    const code = returning('bin(n)[2:]');
    const task = await taskOf({ direction: 'input', given, code, turns: [[reply, feedback]] });
    expect(isEqual(task.pair.output, output, { mode: 'strict' })).toBe(true);
  });

  it.each([
    [`import random\n${returning('random.random()')}`, /not return the same every time/],
    ['solve = main_solution = lambda n: n', /does not define a function main_solution/],
  ])('is not recovered from %j', async (code, problem) => {
    const turns = [['{"input": {"n": 1}}', rightInput]] as const;
    expect(await recover({ direction: 'input', given: '1', code, turns })).toEqual({
      status: 'unrecoverable',
      problem: expect.stringMatching(problem),
    });
  });
});
