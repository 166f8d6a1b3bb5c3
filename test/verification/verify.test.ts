import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInProcessSandbox,
  createTasks,
  readCodeAnswer,
  type Sandbox,
  type Task,
  verify,
} from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { addTax, taxTask } from '../support/fixtures.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox({ maxSteps: 1000 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const judge = (task: Task, text: string) => verify(task, { text }, { sandbox });

describe('output predictions', () => {
  const task = taxTask('output');

  it.each([
    ['{"output": {"gross": 107, "rate": 7}}', { status: 'correct' }],
    ['{"output": {"rate": 7.0, "gross": 107.0}}', { status: 'correct' }],
    [
      '{"output": {"gross": 108, "rate": 7}}',
      { status: 'mismatch', predicted: { gross: 108, rate: 7 } },
    ],
    ['{"output": [107, 7]}', { status: 'mismatch' }],
    ['it is 107', { status: 'no-answer', reason: 'nothing-found' }],
    ['{"input": 107}', { status: 'no-answer', reason: 'key-missing' }],
  ])('%s', async (text, verdict) => {
    expect(await judge(task, text)).toMatchObject(verdict);
  });

  it('are compared by the rule that is asked for', async () => {
    const pair = { input: { net: 100, rate: 7 }, output: { gross: 107, rate: 7 } };
    const [fraction] = createTasks({ ...addTax, code: 'function addTax() { return 0.5 }' }, [
      { ...pair, output: 0.5 },
    ]);
    const text = '{"output": 0.5001}';
    expect((await verify(fraction as Task, { text }, { sandbox })).status).toBe('correct');
    const strict = await verify(
      fraction as Task,
      { text },
      { sandbox, equality: { mode: 'strict' } },
    );
    expect(strict.status).toBe('mismatch');
  });
});

describe('input predictions', () => {
  const task = taxTask('input');

  it('accept the recorded input', async () => {
    expect(await judge(task, '{"input": {"net": 100, "rate": 7}}')).toMatchObject({
      status: 'correct',
    });
  });

  it('accept any other input with the wanted output', async () => {
    const code = 'function addTax(net, rate) { return { gross: Math.abs(net) + rate, rate } }';
    const other = taxTask('input', { ...addTax, code });
    expect(await judge(other, '{"input": {"net": -100, "rate": 7}}')).toMatchObject({
      status: 'correct',
    });
  });

  it('say what the code computed for a wrong one', async () => {
    expect(await judge(task, '{"input": {"net": 1, "rate": 7}}')).toEqual({
      status: 'mismatch',
      predicted: { net: 1, rate: 7 },
      computed: { gross: 8, rate: 7 },
    });
  });

  it('say what the code threw', async () => {
    expect(await judge(task, '{"input": {"net": -1, "rate": 7}}')).toEqual({
      status: 'runtime-error',
      predicted: { net: -1, rate: 7 },
      error: { name: 'RangeError', message: 'negative price', line: 2 },
    });
  });

  it.each([
    ['{"input": 5}', ['it is not an object keyed by variable name']],
    ['{"input": {"net": 1}}', ['"rate" is missing']],
    ['{"input": {"net": 1, "rate": 2, "vat": 3}}', ['"vat" is not one of the variables']],
    ['{"input": {"net": "1", "rate": 2}}', ['"net" must be integer']],
  ])('%s is no valid input', async (text, problems) => {
    expect(await judge(task, text)).toMatchObject({ status: 'invalid-input', problems });
  });

  it.each([
    ['https://json-schema.org/draft/2020-12/schema', { prefixItems: [{ type: 'string' }] }],
    ['http://json-schema.org/draft-07/schema#', { items: [{ type: 'string' }] }],
    [undefined, { prefixItems: [{ type: 'string' }] }],
  ])('are held to a schema in the dialect %s', async ($schema, items) => {
    const inputSchema = {
      $schema,
      type: 'object',
      properties: { net: { type: 'array', ...items } },
    };
    const text = '{"input": {"net": [5], "rate": 1}}';
    const fn = { ...addTax, inputSchema };
    expect(await judge(taxTask('input', fn), text)).toMatchObject({
      status: 'invalid-input',
      problems: ['"net.0" must be string'],
    });
  });

  it('are held to schemas that give themselves the name of another one', async () => {
    const $id = 'https://json-schema.org/draft/2020-12/schema';
    for (const type of ['string', 'boolean']) {
      const $defs = { net: { type } };
      const properties = { net: { $ref: `${$id}#/$defs/net` } };
      const fn = { ...addTax, inputSchema: { $id, $defs, properties } };
      const text = '{"input": {"net": 5, "rate": 1}}';
      expect(await judge(taxTask('input', fn), text)).toMatchObject({
        status: 'invalid-input',
        problems: [`"net" must be ${type}`],
      });
    }
    const other = { ...addTax, inputSchema: { type: 'object', required: ['vat'] } };
    expect(await judge(taxTask('input', other), '{"input": {"net": 5, "rate": 1}}')).toMatchObject({
      problems: [`it must have required property 'vat'`],
    });
  });

  it('are held to each pattern of the schema', async () => {
    const properties = {
      net: { type: 'string', pattern: '^[a-z]+$' },
      rate: { type: 'string', pattern: '^[#.]+$' },
    };
    const fn = { ...addTax, inputSchema: { type: 'object', properties } };
    const text = '{"input": {"net": "zzz", "rate": "zzz"}}';
    expect(await judge(taxTask('input', fn), text)).toMatchObject({
      status: 'invalid-input',
      problems: ['"rate" must match pattern "^[#.]+$"'],
    });
  });

  it('are held to the whole schema that the function came with, unless less is asked for', async () => {
    const text = '{"input": {"net": 1, "rate": 200}}';
    expect(await judge(task, text)).toMatchObject({
      status: 'invalid-input',
      problems: ['"rate" must be <= 100'],
    });
    expect(await verify(task, { text }, { sandbox, inputCheck: 'types' })).toMatchObject({
      status: 'mismatch',
    });
    const illTyped = { text: '{"input": {"net": "1", "rate": 2}}' };
    expect(await verify(task, illTyped, { sandbox, inputCheck: 'names' })).toMatchObject({
      status: 'mismatch',
    });
  });

  it.each([
    ['step-limit', 'for (;;);'],
    ['out-of-memory', 'const all = []; for (;;) all.push(new Array(10000).fill(1));'],
  ] as const)('%s is the mistake of the predicted input', async (status, body) => {
    const code = `function addTax(net, rate) { if (net !== 100) { ${body} } return { gross: net + rate, rate } }`;
    const verdict = await judge(
      taxTask('input', { ...addTax, code }),
      '{"input": {"net": 1, "rate": 2}}',
    );
    expect(verdict).toEqual({ status, predicted: { net: 1, rate: 2 } });
  });
});

describe("what is nobody's mistake", () => {
  it('a recorded output that the code does not give is not held against the model', async () => {
    const pair = { input: { net: 100, rate: 7 }, output: { gross: 999, rate: 7 } };
    for (const [direction, text] of [
      ['output', '{"output": {"gross": 107, "rate": 7}}'],
      ['input', '{"input": {"net": 100, "rate": 7}}'],
    ] as const) {
      const [task] = createTasks(addTax, [pair], { directions: [direction] });
      expect(await judge(task as Task, text)).toMatchObject({
        status: 'unverifiable',
        reason: 'truth-not-reproducible',
      });
    }
  });

  it('a call that the sandbox loses is made again, and reported when it stays lost', async () => {
    let calls = 0;
    const flaky = createStubSandbox(() =>
      ++calls < 3
        ? { status: 'lost' }
        : { status: 'returned', value: { gross: 107, rate: 7 }, steps: 1, logs: [] },
    );
    const text = '{"input": {"net": 1, "rate": 2}}';
    expect(await verify(taxTask('input'), { text }, { sandbox: flaky })).toMatchObject({
      status: 'correct',
    });
    const broken = createStubSandbox(() => ({ status: 'lost' }));
    expect(await verify(taxTask('input'), { text }, { sandbox: broken })).toMatchObject({
      status: 'unverifiable',
      reason: 'sandbox-lost',
    });
    expect(
      await verify(taxTask('output'), { text: '{"output": 1}' }, { sandbox: broken }),
    ).toMatchObject({ status: 'unverifiable' });
  });
});

describe('a module that the sandbox lacks', () => {
  let calls = 0;
  const error = {
    ...{ name: 'ModuleNotFoundError', message: "No module named 'numpy'", line: 1 },
    missingModule: 'numpy',
  };
  const lacking = createStubSandbox(() => {
    calls++;
    return { status: 'threw', error, steps: 0 };
  });

  it.each([
    ['input', '{"input": {"net": 1, "rate": 2}}'],
    ['output', '{"output": 1}'],
  ] as const)("is nobody's mistake where the %s is predicted", async (direction, text) => {
    calls = 0;
    expect(await verify(taxTask(direction), { text }, { sandbox: lacking })).toEqual({
      status: 'unverifiable',
      reason: 'missing-module',
      detail: expect.stringContaining('the sandbox lacks the module numpy'),
    });
    // It will lack it the next time, too.
    expect(calls).toBe(1);
  });

  it('makes no difference to a right output, which is not run', async () => {
    const text = '{"output": {"gross": 107, "rate": 7}}';
    expect(await verify(taxTask('output'), { text }, { sandbox: lacking })).toMatchObject({
      status: 'correct',
    });
  });
});

describe('replies that are code', () => {
  it('are run on the input, and what they return is the answer', async () => {
    const task = taxTask('output');
    const options = { sandbox, readAnswer: readCodeAnswer };
    const right = '```js\nfunction addTax(net, rate) { return { gross: rate + net, rate } }\n```';
    expect((await verify(task, { text: right }, options)).status).toBe('correct');
    const wrong = '```js\nfunction addTax(net) { return net }\n```';
    expect(await verify(task, { text: wrong }, options)).toMatchObject({
      status: 'mismatch',
      predicted: 100,
    });
    expect(await verify(task, { text: 'no code' }, options)).toMatchObject({ status: 'no-answer' });
    await expect(verify(taxTask('input'), { text: right }, options)).rejects.toThrow(TypeError);
  });

  it('are not held against the model when the sandbox cannot tell', async () => {
    const text = '```js\nimport numpy\n```';
    const error = { name: 'ModuleNotFoundError', message: '', missingModule: 'numpy' };
    for (const [reason, outcome] of [
      ['missing-module', { status: 'threw', error, steps: 0 }],
      ['sandbox-lost', { status: 'lost' }],
    ] as const) {
      const options = { sandbox: createStubSandbox(() => outcome), readAnswer: readCodeAnswer };
      const verdict = await verify(taxTask('output'), { text }, options);
      expect(verdict).toMatchObject({ status: 'unverifiable', reason });
    }
  });
});

describe('misuse', () => {
  it('a language that the sandbox does not run is refused for inputs', async () => {
    const task = taxTask('input', { ...addTax, language: 'python' });
    await expect(judge(task, '{"input": {"net": 1, "rate": 2}}')).rejects.toThrow(
      /^sandbox must be a sandbox that runs python/,
    );
  });

  it('a prediction without text is refused', async () => {
    await expect(verify(taxTask('output'), {} as { text: string }, { sandbox })).rejects.toThrow(
      'prediction.text must be a string',
    );
  });
});
