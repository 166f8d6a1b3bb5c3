import { createOpenAI } from '@ai-sdk/openai';
import { extractReasoningMiddleware, wrapLanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import { PredictionError, type PredictOptions, predict } from '../../src/index.js';
import { taxTask } from '../support/fixtures.js';
import { type ServedReply, startOpenAIServer } from '../support/openai-server.js';

const task = taxTask('output');
const right = 'It is {"output": {"gross": 107, "rate": 7}}';

/** Asks a server that gives the replies in turn, the last one again and again. */
async function ask(replies: readonly ServedReply[], options: Partial<PredictOptions> = {}) {
  await using server = await startOpenAIServer(
    (_, number) => replies[Math.min(number, replies.length) - 1] as ServedReply,
  );
  const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny');
  const result = await predict(task, { model, random: () => 0, ...options }).catch(
    (error: unknown) => error,
  );
  return { result, requests: server.requests };
}

describe('a good reply', () => {
  it('becomes a prediction with its answer, model, settings and usage', async () => {
    const { result, requests } = await ask([{ text: right }], {
      temperature: 0.5,
      seed: 3,
      stopSequences: ['END'],
    });
    expect(result).toEqual({
      text: right,
      reasoning: undefined,
      answer: { status: 'found', value: { gross: 107, rate: 7 } },
      provider: 'openai.chat',
      modelId: 'tiny',
      finishReason: 'stop',
      usage: expect.objectContaining({ inputTokens: 11, outputTokens: 7, totalTokens: 18 }),
      sampling: { temperature: 0.5, seed: 3, stopSequences: ['END'] },
      sample: 0,
    });
    expect(requests).toMatchObject([{ model: 'tiny', temperature: 0.5, seed: 3, stop: ['END'] }]);
  });

  it('keeps the reasoning that a provider returns apart', async () => {
    await using server = await startOpenAIServer(() => ({ text: right, reasoning: 'adding up' }));
    const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).responses('tiny');
    expect(await predict(task, { model })).toMatchObject({
      text: right,
      reasoning: 'adding up',
      usage: { inputTokens: 11, cachedInputTokens: 4, outputTokens: 7, reasoningTokens: 5 },
    });
  });

  it('keeps the reasoning that middleware takes out of the text', async () => {
    await using server = await startOpenAIServer(() => ({
      text: `<think>{"output": 1}</think>${right}`,
    }));
    const openai = createOpenAI({ apiKey: 'test', baseURL: server.baseURL });
    const model = wrapLanguageModel({
      model: openai.chat('tiny'),
      middleware: extractReasoningMiddleware({ tagName: 'think' }),
    });
    expect(await predict(task, { model })).toMatchObject({
      text: right,
      reasoning: '{"output": 1}',
    });
  });

  it('is asked for with a system message when the template has one', async () => {
    const template = { system: 'You run {{entrypoint}}.', output: 'Input: {{input}}', input: '' };
    const { requests } = await ask([{ text: right }], { template });
    expect(requests[0]?.messages).toEqual([
      { role: 'system', content: 'You run addTax.' },
      { role: 'user', content: 'Input: {"net": 100, "rate": 7}' },
    ]);
  });
});

describe('passing failures', () => {
  it.each<[string, ServedReply]>([
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '0' } }],
    ['429 with Retry-After in milliseconds', { status: 429, headers: { 'retry-after-ms': '1' } }],
    [
      '429 with a date',
      { status: 429, headers: { 'retry-after': 'Wed, 01 Jan 2020 00:00:00 GMT' } },
    ],
    ['500', { status: 500, headers: { 'retry-after': '0' } }],
    [
      'a reply that is not JSON',
      { status: 200, body: '{"choices": [', headers: { 'retry-after': '0' } },
    ],
  ])('%s: the call is made again', async (_, failure) => {
    const { result, requests } = await ask([failure, { text: right }]);
    expect(result).toMatchObject({ text: right });
    expect(requests).toHaveLength(2);
  });

  it('a connection that breaks off: the call is made again, after a while', async () => {
    const { result, requests } = await ask(['cut-off', { text: right }]);
    expect(result).toMatchObject({ text: right });
    expect(requests).toHaveLength(2);
  });

  it('a hang: the call is made again after the timeout', async () => {
    const { result } = await ask(['hang', { text: right }], { timeoutMs: 200 });
    expect(result).toMatchObject({ text: right });
  });
});

describe('failures for good', () => {
  it.each<[string, readonly ServedReply[], object]>([
    [
      '500 again and again',
      [{ status: 500, headers: { 'retry-after': '0' } }],
      { reason: 'provider', attempts: 3, statusCode: 500 },
    ],
    ['401', [{ status: 401 }], { reason: 'provider', attempts: 1, statusCode: 401 }],
    ['a hang', ['hang'], { reason: 'timeout', attempts: 3 }],
    [
      'a reply cut off by its length',
      [{ text: '{"output": 1', finishReason: 'length' }],
      { reason: 'finish-reason', attempts: 1, finishReason: 'length' },
    ],
    [
      'a content filter',
      [{ text: '', finishReason: 'content_filter' }],
      { reason: 'finish-reason', finishReason: 'content-filter' },
    ],
    ['an empty message', [{ text: ' \n' }], { reason: 'empty-response', attempts: 1 }],
  ])('%s', async (_, replies, details) => {
    const { result } = await ask(replies, { maxAttempts: 3, timeoutMs: 300 });
    expect(result).toBeInstanceOf(PredictionError);
    expect(result).toMatchObject({ code: 'prediction-failed', taskId: task.id, ...details });
    expect((result as Error).message).toContain(task.id);
  });
});

describe('abort', () => {
  it('ends a call that hangs, with the reason', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    const { result, requests } = await ask(['hang'], { signal: controller.signal });
    expect(result).toEqual(new Error('enough'));
    expect(requests).toHaveLength(1);
  });

  it('ends the wait that a provider asked for', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    const { result } = await ask([{ status: 429, headers: { 'retry-after': '86400' } }], {
      signal: controller.signal,
    });
    expect(result).toEqual(new Error('enough'));
  });
});

describe('misuse', () => {
  it('is refused before any call', async () => {
    const { result, requests } = await ask([{ text: right }], { maxAttempts: 0 });
    expect(result).toEqual(new TypeError('maxAttempts must be an integer of at least 1, got 0'));
    expect(requests).toHaveLength(0);
  });
});
