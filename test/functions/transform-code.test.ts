import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInProcessSandbox,
  type Sandbox,
  TransformError,
  transformCode,
} from '../../src/index.js';
import { createSimulatedModel, createStubSandbox } from '../../src/testing/index.js';
import type { ServedMessage, ServedReply } from '../support/openai-server.js';
import {
  broken,
  contentOf,
  type Draft,
  good,
  inSections,
  raw,
  serve,
  structured,
} from './support/drafts.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox({ maxSteps: 200 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

describe('transformCode', () => {
  it('asks for structured output, tries it out, and returns the function with its pairs', async () => {
    await using served = await serve({ text: structured(good) });
    const result = await transformCode(raw, { model: served.model, sandbox });
    if (result.status !== 'accepted') throw new Error(JSON.stringify(result.problems));
    expect(result.function).toMatchObject({
      language: 'javascript',
      entrypoint: 'board',
      parameters: ['cars', 'load'],
      query: good.query,
      inputSchema: good.inputSchema,
      source: { origin: 'somebody/loads', license: 'MIT' },
    });
    expect(result.function.id).toMatch(/^[0-9a-f]{32}$/);
    expect(result.pairs).toHaveLength(10);
    expect(result.attempts).toMatchObject([
      { problems: [], reply: { modelId: 'test-model', usage: { totalTokens: 18 } } },
    ]);
    const [request] = served.server.requests;
    expect(request).toMatchObject({ response_format: { type: 'json_schema' } });
    const prompt = contentOf(request?.messages[0] as ServedMessage);
    expect(prompt).toContain('the source file loads.py');
    expect(prompt).toContain('cars = [3, 4, 11]');
    expect(prompt).toContain('"inputSchema" (string)');
    expect(prompt).toContain('up to 19 entries');
  });

  it('gives the same pairs for the same reply and seed, and others for another seed', async () => {
    await using served = await serve({ text: structured(good) });
    const collect = async (pairSeed?: number) => {
      const result = await transformCode(raw, { model: served.model, sandbox, pairSeed });
      return result.status === 'accepted' && result.pairs;
    };
    expect(await collect()).toEqual(await collect(0));
    expect(await collect(1)).not.toEqual(await collect());
  });

  it('asks for sections when the provider refuses structured output', async () => {
    const refuseStructure = (body: object): ServedReply =>
      'response_format' in body
        ? { status: 400, body: '{"error":{"message":"response_format is not supported"}}' }
        : { text: inSections(good) };
    await using served = await serve(refuseStructure);
    const result = await transformCode(raw, { model: served.model, sandbox });
    expect(result).toMatchObject({ status: 'accepted', attempts: [{ problems: [] }] });
    expect(served.server.requests).toHaveLength(2);
    const prompt = contentOf(served.server.requests[1]?.messages[0] as ServedMessage);
    expect(prompt).toContain('## Entry point');
    expect(prompt).not.toContain('"inputSchema" (string)');
  });

  it('does not fall back when structured output was demanded', async () => {
    await using served = await serve({ status: 400 });
    const asked = transformCode(raw, { model: served.model, sandbox, form: 'structured' });
    await expect(asked).rejects.toThrow(/attempt 1 at the transformation of loads.py failed/);
    expect(served.server.requests).toHaveLength(1);
  });

  it('reads sections also from a model that was asked for structured output', async () => {
    await using served = await serve({ text: inSections(good) });
    const result = await transformCode(raw.text, { model: served.model, sandbox });
    expect(result).toMatchObject({
      status: 'accepted',
      attempts: [{ reply: { finishReason: 'stop', usage: { totalTokens: 18 } } }],
    });
  });

  it('gives what is wrong back to the model, and takes its repair', async () => {
    await using served = await serve({ text: inSections(broken) }, { text: inSections(good) });
    const result = await transformCode(raw, { model: served.model, sandbox, form: 'sections' });
    expect(result).toMatchObject({
      status: 'accepted',
      attempts: [{ problems: [{ kind: 'randomness' }] }, { problems: [] }],
    });
    const messages = served.server.requests[1]?.messages ?? [];
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(contentOf(messages[1] as ServedMessage)).toBe(inSections(broken));
    const request = contentOf(messages[2] as ServedMessage);
    for (const { message } of result.attempts[0]?.problems ?? []) {
      expect(request).toContain(`- ${message}`);
    }
    expect(served.server.requests[1]).not.toHaveProperty('response_format');
  });

  it.each([
    ['syntax', { code: 'export function board(cars, load) {' }],
    ['entrypoint-missing', { entrypoint: 'boardAll' }],
    ['parameters-differ', { parameters: ['load', 'cars'] }],
    ['unused-parameter', { code: 'const board = (cars, load) => ({ n: cars.length })' }],
    ['clock', { code: 'const board = (cars, load) => [cars, load, Date.now()]' }],
    ['not-random', { inputGenerator: 'const generateInput = () => ({ cars: [1], load: 2 })' }],
    ['schema-invalid', { inputSchema: { ...good.inputSchema, required: [] } }],
    ['no-question', { query: 'Say for `cars` and `load` who boards.' }],
    ['value-given-away', { query: 'How many of `cars` board when `load` = 12?' }],
    ['trivial', { code: 'const board = (cars, load) => (cars.length + load > 0 ? "yes" : "no")' }],
    ['too-few-pairs', { code: 'const board = (cars, load) => cars[load].weight' }],
    [
      'generator-unfit',
      { inputGenerator: 'const generateInput = () => ({ cars: [Math.random()] })' },
    ],
  ] as const)('rejects for %s, and says so', async (kind, change) => {
    const text = inSections({ ...good, ...change } as Draft);
    const model = createSimulatedModel({ respond: () => text });
    const result = await transformCode(raw, { model, sandbox, maxTurns: 1 });
    expect(result.status).toBe('rejected');
    expect(result.attempts.at(-1)?.problems.map((problem) => problem.kind)).toContain(kind);
  });

  it('keeps every answer of a file that is rejected in the end', async () => {
    const texts = ['## Code\nnothing', inSections(broken), inSections({ ...good, query: 'Who?' })];
    let turn = 0;
    const model = createSimulatedModel({ respond: () => texts[turn++] as string });
    const result = await transformCode(raw, { model, sandbox });
    expect(result).toMatchObject({ status: 'rejected' });
    expect(result.attempts.map(({ reply }) => reply.text)).toEqual(texts);
    expect(result.attempts.map(({ problems }) => problems[0]?.kind)).toEqual([
      'unreadable',
      'randomness',
      'variable-not-named',
    ]);
    expect(result.status === 'rejected' && result.problems).toEqual(result.attempts[2]?.problems);
  });

  it('ends when the model declines, and when it repeats itself', async () => {
    await using declining = await serve({ text: '## Not suitable\nA list of constants.' });
    const declined = await transformCode(raw, { model: declining.model, sandbox });
    expect(declined).toMatchObject({
      status: 'rejected',
      problems: [{ kind: 'declined', message: 'A list of constants.' }],
    });
    expect(declining.server.requests).toHaveLength(1);

    await using repeating = await serve({ text: inSections(broken) });
    const repeated = await transformCode(raw, { model: repeating.model, sandbox, maxTurns: 5 });
    expect(repeated.attempts).toHaveLength(2);
  });

  it('takes a trivial function when it may', async () => {
    const code = 'const board = (cars, load) => cars[0] + load > 15';
    const model = createSimulatedModel({ respond: () => inSections({ ...good, code }) });
    const result = await transformCode(raw, { model, sandbox, allowTrivial: true });
    expect(result.status).toBe('accepted');
  });

  it('makes TypeScript', async () => {
    const code = good.code.replace('(cars, load)', '(cars: number[], load: number)');
    await using served = await serve({ text: structured({ ...good, code }) });
    const { model } = served;
    const result = await transformCode(raw, { model, sandbox, language: 'typescript' });
    expect(result).toMatchObject({
      status: 'accepted',
      function: { language: 'typescript', code: `${code}\n` },
    });
    const prompt = contentOf(served.server.requests[0]?.messages[0] as ServedMessage);
    expect(prompt).toContain('one pure TypeScript function');
  });

  it('retries what passes: 500, a broken connection, 429 with Retry-After', async () => {
    const busy = { status: 429, headers: { 'retry-after': '0' } };
    await using served = await serve({ status: 500 }, 'cut-off', busy, { text: structured(good) });
    const result = await transformCode(raw, { model: served.model, sandbox, random: () => 0 });
    expect(result.status).toBe('accepted');
    expect(served.server.requests).toHaveLength(4);
  }, 20_000);

  it.each([
    ['a provider that hangs', 'hang', 'timeout'],
    ['an answer that was cut off', { text: 'half', finishReason: 'length' }, 'finish-reason'],
    ['a refusal for good', { status: 401 }, 'provider'],
  ] as const)('throws for %s, and keeps the finished attempts', async (_, failure, reason) => {
    await using served = await serve({ text: inSections(broken) }, failure);
    const error = await transformCode(raw, {
      model: served.model,
      sandbox,
      timeoutMs: 300,
      maxAttempts: 1,
    }).catch((caught: unknown) => caught);
    if (!(error instanceof TransformError)) throw new Error('no TransformError');
    expect(error.attempts).toMatchObject([{ problems: [{ kind: 'randomness' }] }]);
    expect(error).toMatchObject({ file: 'loads.py', cause: { reason } });
    expect(error.message).toMatch(/^attempt 2 at the transformation of loads\.py failed: /);
  });

  it('does not blame the model for a sandbox that is lost', async () => {
    const lost = createStubSandbox(() => ({ status: 'lost' }));
    let calls = 0;
    const model = createSimulatedModel({
      respond: () => {
        calls++;
        return inSections(good);
      },
    });
    const result = await transformCode(raw, { model, sandbox: lost });
    expect(result).toMatchObject({ status: 'rejected', problems: [{ kind: 'sandbox-lost' }] });
    expect(calls).toBe(1);
  });

  it('stops when it is aborted', async () => {
    await using served = await serve('hang');
    const controller = new AbortController();
    const asked = transformCode(raw, { model: served.model, sandbox, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(asked).rejects.toThrow('enough');
  });

  it.each([
    [
      { language: 'python' },
      "language must be one that the sandbox runs ('javascript' or 'typescript')",
    ],
    [{ packages: ['lodash'] }, "packages must be empty unless language is 'python'"],
    [{ form: 'xml' }, 'form must be'],
    [{ count: 4, minimumPairs: 5 }, 'minimumPairs must be an integer from 1 to 4'],
    [{ maxTurns: 0 }, 'maxTurns must be'],
    [{ limits: { maxDepth: 1.5 } }, 'limits.maxDepth must be'],
  ])('refuses %j', async (options, message) => {
    const model = createSimulatedModel({ respond: () => '' });
    // @ts-expect-error Some of these are what a user without types may pass.
    await expect(transformCode(raw, { model, sandbox, ...options })).rejects.toThrow(message);
  });
});
