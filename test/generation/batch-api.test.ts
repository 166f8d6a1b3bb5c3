import { createOpenAI } from '@ai-sdk/openai';
import { describe, expect, it } from 'vitest';
import type { BatchReference } from '../../src/generation/batch-api.js';
import { findBatchApi } from '../../src/generation/find-batch-api.js';
import { collect } from '../support/collect.js';

type Options = Readonly<Record<string, unknown>> & {
  readonly batch?: Readonly<Record<string, unknown>>;
};

async function* stream(items: readonly unknown[]) {
  yield* items;
}

/** A module `ai` with the functions of that name, which note how they are called. */
function fakeSdk(names: readonly string[], items: readonly unknown[] = []) {
  const calls: [name: string, options: Options][] = [];
  const answers: Readonly<Record<string, unknown>> = {
    getBatchStatus: Promise.resolve({ status: 'completed', rawStatus: 'ended', extra: 1 }),
    cancelBatch: Promise.resolve({}),
  };
  const started = { id: 'batch_1', provider: 'fake.batch', status: 'pending', warnings: [] };
  const functions = names.map((name) => {
    const act = (options: Options) => {
      calls.push([name, options]);
      if (name.includes('start')) return Promise.resolve(started);
      if (name.endsWith('getBatchResults')) return stream(items);
      return answers[name.replace('experimental_', '')];
    };
    return [name, act] as const;
  });
  return { sdk: { generateText: () => {}, ...Object.fromEntries(functions) }, calls };
}

const reading = ['experimental_getBatchStatus', 'experimental_getBatchResults'];
/** What `ai` exports: 7.0.93, 7.0.94 and 7.0.173. */
const ofModel = ['experimental_startTextBatch', ...reading];
const early = ['experimental_startBatch', ...reading];
const late = [...early, 'experimental_cancelBatch', 'experimental_listBatches'];

const model = { modelId: 'tiny' };
const withModels = { languageModel: () => model };
const withBatches = { ...withModels, experimental_batch: () => ({}) };
const messages = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Once more.' },
] as const;
const second = { taskId: 'tax', sample: 1, turn: 2, messages };
const prompt = { instructions: 'Be brief.', messages: [messages[1]] };

describe('what the AI SDK offers', () => {
  it('is nothing in version 6', () => {
    expect(findBatchApi(createOpenAI({ apiKey: 'none' }))).toBeUndefined();
    expect(findBatchApi(withBatches)).toBeUndefined();
  });

  it.each([
    ['batches of a model', ofModel, withModels, 'model', false],
    ['batches of a provider', early, withBatches, 'provider', false],
    ['batches of a provider that can be cancelled', late, withBatches, 'provider', true],
    [
      'batches that are no longer experimental',
      late.map((name) => name.replace('experimental_', '')),
      withBatches,
      'provider',
      true,
    ],
    ['a batch interface by itself', late, { doStartBatch: () => {} }, 'provider', true],
    ['a provider that is a function', late, Object.assign(() => {}, withBatches), 'provider', true],
  ] as const)('may be %s', (_, names, provider, form, canCancel) => {
    const api = findBatchApi(provider, fakeSdk(names));
    expect(api?.form).toBe(form);
    expect(api?.cancel !== undefined).toBe(canCancel);
  });

  it.each([
    ['a provider without batches', late, withModels],
    ['a provider of a later version', ofModel, withBatches],
    ['a part of it missing', ['experimental_startBatch'], withBatches],
  ] as const)('is nothing with %s', (_, names, provider) => {
    expect(findBatchApi(provider, fakeSdk(names))).toBeUndefined();
  });
});

describe('a batch', () => {
  it('of a provider is started, looked at, read and cancelled by its reference', async () => {
    const { sdk, calls } = fakeSdk(late);
    const api = findBatchApi(withBatches, { sdk });
    const { signal } = new AbortController();
    const options = {
      modelId: 'tiny',
      temperature: 0.5,
      seed: 7,
      providerOptions: { fake: { effort: 'low' } },
      signal,
    };
    const reference = (await api?.start([second], options)) as BatchReference;
    const stored = JSON.parse(JSON.stringify(reference)) as BatchReference;
    expect(stored).toEqual({
      form: 'provider',
      id: 'batch_1',
      provider: 'fake.batch',
      modelId: 'tiny',
    });
    expect(await api?.status(stored, { signal })).toEqual({
      status: 'completed',
      rawStatus: 'ended',
    });
    await collect(api?.results(stored, { signal }) ?? []);
    await api?.cancel?.(stored, { signal });
    const batch = { version: 2, id: 'batch_1', provider: 'fake.batch' };
    const found = { provider: withBatches, batch, abortSignal: signal };
    const settings = { temperature: 0.5, seed: 8, providerOptions: options.providerOptions };
    const request = { id: 'tax-s1-t2', type: 'text', model: 'tiny', ...prompt, ...settings };
    expect(calls).toEqual([
      [early[0], { provider: withBatches, requests: [request], abortSignal: signal }],
      [early[1], found],
      [early[2], found],
      ['experimental_cancelBatch', found],
    ]);
  });

  it('of a model is started, looked at and read with that model', async () => {
    const { sdk, calls } = fakeSdk(ofModel);
    const api = findBatchApi(withModels, { sdk });
    const reference = (await api?.start([second], { modelId: 'tiny' })) as BatchReference;
    await api?.status(reference);
    await collect(api?.results(reference) ?? []);
    const batch = { version: 1, type: 'text', id: 'batch_1', provider: 'fake.batch' };
    const found = { model, batch: { ...batch, modelId: 'tiny' } };
    const requests = [{ id: 'tax-s1-t2', ...prompt }];
    expect(calls).toEqual([
      [ofModel[0], { model, requests }],
      [ofModel[1], found],
      [ofModel[2], found],
    ]);
  });

  it('is not looked for with another form of the AI SDK than it was started with', async () => {
    const api = findBatchApi(withBatches, fakeSdk(late));
    const reference = { form: 'model', id: 'b', provider: 'fake', modelId: 'tiny' } as const;
    await expect(api?.status(reference)).rejects.toThrow('reference must be one of the same form');
    expect(() => api?.results(reference)).toThrow(TypeError);
  });

  it('is not started when its signal is aborted', async () => {
    const { sdk, calls } = fakeSdk(late);
    const reason = new Error('enough');
    const options = { modelId: 'tiny', signal: AbortSignal.abort(reason) };
    await expect(findBatchApi(withBatches, { sdk })?.start([second], options)).rejects.toBe(reason);
    expect(calls).toEqual([]);
  });
});

describe('the results of a batch', () => {
  const text = { type: 'text', text: 'seven' };
  const usage = {
    inputTokens: 11,
    inputTokenDetails: { cacheReadTokens: 4, noCacheTokens: 7, cacheWriteTokens: undefined },
    outputTokens: 7,
    outputTokenDetails: { reasoningTokens: undefined, textTokens: undefined },
    totalTokens: 18,
  };
  const good = {
    id: 'a',
    status: 'succeeded',
    content: [{ type: 'reasoning', text: 'adding up' }, text],
    text: 'seven',
    finishReason: 'stop',
    usage,
    response: { modelId: 'tiny-2026-01-01' },
  };
  const counted = { inputTokens: 11, cachedInputTokens: 4, outputTokens: 7, totalTokens: 18 };
  const read = (items: readonly unknown[], expected?: readonly string[]) => {
    const api = findBatchApi(withBatches, fakeSdk(late, items));
    const reference = { form: 'provider', id: 'b', provider: 'fake', modelId: 'tiny' } as const;
    return collect(api?.results(reference, { expected }) ?? []);
  };

  it('are replies with text, reasoning, usage and model', async () => {
    const reply = {
      text: 'seven',
      reasoning: 'adding up',
      finishReason: 'stop',
      usage: counted,
      modelId: 'tiny-2026-01-01',
    };
    expect(await read([good])).toEqual([{ status: 'replied', customId: 'a', reply }]);
  });

  it.each([
    [{ finishReason: 'length' }, { reason: 'finish-reason', finishReason: 'length' }],
    [
      { text: ' ', content: [] },
      { reason: 'empty-response', finishReason: 'stop' },
    ],
  ])('are failures when the reply is of no use: %j', async (fields, failure) => {
    const [result] = await read([{ ...good, ...fields }]);
    expect(result).toMatchObject({ status: 'failed', ...failure, usage: counted });
  });

  it.each([
    [
      { status: 'failed', error: { message: 'too long', statusCode: 400, code: 'x' } },
      { reason: 'provider', message: 'HTTP 400: too long', statusCode: 400 },
    ],
    [
      { status: 'expired', error: { message: 'too late' } },
      { reason: 'expired', message: 'too late' },
    ],
    [{ status: 'cancelled' }, { reason: 'cancelled', message: 'the request was cancelled' }],
    [
      { status: 'succeeded' },
      { reason: 'unreadable-body', message: 'text is not what it should be' },
    ],
    [{ status: 'lost' }, { reason: 'unreadable-body', message: 'status is not what it should be' }],
  ])('are failures with the reason that the provider gives: %j', async (item, failure) => {
    expect(await read([{ id: 'a', ...item }])).toEqual([
      { status: 'failed', customId: 'a', ...failure },
    ]);
  });

  it('say what is duplicate, unknown, unreadable and missing', async () => {
    const statuses = await read([good, {}, good, { ...good, id: 'x' }], ['a', 'b']);
    expect(statuses).toMatchObject([
      { status: 'replied', customId: 'a' },
      { status: 'unreadable', line: 2, problem: 'it has no id' },
      { status: 'duplicate', customId: 'a' },
      { status: 'unknown', customId: 'x' },
      { status: 'missing', customId: 'b' },
    ]);
  });
});

describe('misuse of batches', () => {
  it('throws', async () => {
    expect(() => findBatchApi('openai' as never)).toThrow(
      new TypeError('provider must be a provider of the AI SDK, got "openai"'),
    );
    const api = findBatchApi(withBatches, fakeSdk(late));
    await expect(api?.start([], { modelId: '' })).rejects.toThrow('modelId must be');
    await expect(api?.start([second, second], { modelId: 'tiny' })).rejects.toThrow('two requests');
  });
});
