import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchResult } from '../../src/core/batch-result.js';
import { readBatchId } from '../../src/generation/batch-id.js';
import { fromBatchResponses } from '../../src/generation/from-batch-responses.js';
import { toBatchRequests } from '../../src/generation/to-batch-requests.js';
import { parseJson } from '../../src/index.js';
import { collect } from '../support/collect.js';
import { answered, chatCompletion, echo, response, usage } from './support/batch-lines.js';

const read = (lines: readonly unknown[], expected?: Iterable<string>) =>
  collect(fromBatchResponses(lines, { expected }));
const readOne = async (line: unknown): Promise<BatchResult | undefined> => (await read([line]))[0];
const readBody = (body: unknown) => readOne(answered('a', body));
const replied = (reply: object) => ({ status: 'replied', customId: 'a', reply });
const failed = (fields: object) => ({ status: 'failed', customId: 'a', ...fields });
const modelId = 'tiny-2026-01-01';

describe('a batch', () => {
  const taskId = fc.string({ minLength: 1, maxLength: 8 });
  const calls = fc.uniqueArray(
    fc.record({ taskId, sample: fc.nat(3), turn: fc.integer({ min: 1, max: 3 }) }),
    { selector: ({ taskId, sample, turn }) => JSON.stringify([taskId, sample, turn]) },
  );
  const url = fc.constantFrom('/v1/chat/completions' as const, '/v1/responses' as const);

  it('gives every call its own reply, whatever the order of the responses', async () => {
    await fc.assert(
      fc.asyncProperty(calls, url, fc.infiniteStream(fc.nat()), async (keys, api, order) => {
        const planned = keys.map((key) => {
          return { ...key, messages: [{ role: 'user', content: JSON.stringify(key) }] as const };
        });
        const requests = await collect(toBatchRequests(planned, { modelId: 'tiny', url: api }));
        const lines = requests
          .map((request) => ({
            rank: order.next().value ?? 0,
            text: JSON.stringify(echo(request)),
          }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ text }) => text);
        const results = await read(
          lines,
          requests.map((request) => request.custom_id),
        );
        expect(results).toHaveLength(keys.length);
        for (const result of results) {
          if (result.status !== 'replied') throw new Error(`${result.status} is no reply`);
          const key = readBatchId(result.customId);
          expect(keys).toContainEqual(key);
          expect(result.reply.text).toBe(`echo: ${JSON.stringify(key)}`);
        }
      }),
    );
  });

  it('gives every call one result, whatever happens to its lines', async () => {
    const fates = fc.array(fc.constantFrom('good', 'bad', 'lost', 'twice'));
    const noise = fc.array(fc.oneof(fc.json(), fc.constantFrom('{"custom_id":"b', '', ' ')));
    await fc.assert(
      fc.asyncProperty(fates, noise, async (all, junk) => {
        const lines = all.flatMap((fate, index) => {
          if (fate === 'lost') return [];
          const good = answered(`${index}`, chatCompletion('ok'));
          if (fate === 'bad') return answered(`${index}`, { error: { message: 'no' } }, 500);
          return fate === 'twice' ? [good, good] : good;
        });
        const results = await read([...junk, ...lines, ...junk], Object.keys(all));
        const statusOf = { good: 'replied', bad: 'failed', lost: 'missing', twice: 'replied' };
        for (const [index, fate] of all.entries()) {
          const own = results.filter(
            (result) =>
              result.status !== 'unreadable' &&
              result.status !== 'duplicate' &&
              result.customId === `${index}`,
          );
          expect(own.map(({ status }) => status)).toEqual([statusOf[fate]]);
        }
        const twice = all.filter((fate) => fate === 'twice').length;
        expect(results.filter(({ status }) => status === 'duplicate')).toHaveLength(twice);
      }),
    );
  });
});

describe('a reply', () => {
  it('is read from a body of the chat API', async () => {
    const reply = { text: 'seven', finishReason: 'stop', usage, modelId };
    expect(await readBody(chatCompletion('seven'))).toEqual(replied(reply));
  });

  it('is read from a body of the Responses API', async () => {
    const reply = { text: 'seven', reasoning: 'adding up', finishReason: 'stop', usage, modelId };
    expect(await readBody(response('seven'))).toEqual(replied(reply));
  });

  it.each([
    ['reasoning', 'newer versions of vLLM'],
    ['reasoning_content', 'SGLang and older versions of vLLM'],
  ])('keeps the %s of %s apart', async (field) => {
    const message = { role: 'assistant', content: 'seven', [field]: 'adding up' };
    const result = await readBody(chatCompletion('', { message }));
    expect(result).toMatchObject({ reply: { text: 'seven', reasoning: 'adding up' } });
  });

  it('keeps the reasoning that open models give as it is in the Responses API', async () => {
    const output = [
      { type: 'reasoning', summary: [], content: [{ type: 'reasoning_text', text: '3 + 4' }] },
      { type: 'message', content: [{ type: 'output_text', text: 'seven' }] },
    ];
    const result = await readBody(response('', { output }));
    expect(result).toMatchObject({ reply: { text: 'seven', reasoning: '3 + 4' } });
  });

  it('may come as one choice without an array, as SGLang wrote it', async () => {
    const choices = { index: 0, message: { content: 'seven' }, finish_reason: 'stop' };
    const body = { ...chatCompletion(''), choices, usage: { reasoning_tokens: 3 } };
    const reply = { text: 'seven', finishReason: 'stop', usage: { reasoningTokens: 3 }, modelId };
    expect(await readBody(body)).toEqual(replied(reply));
  });

  it('has the usage that is known, also when a number was written in an odd way', async () => {
    const usageText = '{"prompt_tokens": 11.0, "completion_tokens": null, "total_tokens": "many"}';
    const text = JSON.stringify(answered('a', { ...chatCompletion('seven'), usage: 0 }));
    const row = parseJson(text.replace('"usage":0', `"usage":${usageText}`).replace('200', '2e2'));
    const reply = { text: 'seven', finishReason: 'stop', usage: { inputTokens: 11 }, modelId };
    expect(await readOne(row)).toEqual(replied(reply));
    const { model: _, ...bare } = { ...chatCompletion('seven'), model: '', usage: null };
    expect(await readBody(bare)).toEqual(
      replied({ text: 'seven', finishReason: 'stop', usage: {} }),
    );
  });
});

describe('a request that failed', () => {
  it.each([
    [
      'OpenAI, in the body',
      answered('a', { error: { message: 'too long', code: 'context_length_exceeded' } }, 400),
      { reason: 'provider', message: 'HTTP 400: too long', statusCode: 400 },
    ],
    [
      'OpenAI, because the batch ended',
      { custom_id: 'a', response: null, error: { code: 'batch_expired', message: 'too late' } },
      { reason: 'expired', message: 'too late' },
    ],
    [
      'OpenAI, because the batch was cancelled',
      { custom_id: 'a', response: null, error: { code: 'batch_cancelled', message: 'stopped' } },
      { reason: 'cancelled', message: 'stopped' },
    ],
    [
      'vLLM, as text',
      {
        custom_id: 'a',
        response: { status_code: 400, request_id: 'r', body: null },
        error: 'no such URL',
      },
      { reason: 'provider', message: 'HTTP 400: no such URL', statusCode: 400 },
    ],
    [
      'vLLM, as the error of its API',
      {
        custom_id: 'a',
        response: { status_code: 404, request_id: 'r', body: null },
        error: { error: { message: 'no such model', type: 'NotFoundError', code: 404 } },
      },
      { reason: 'provider', message: 'HTTP 404: no such model', statusCode: 404 },
    ],
    [
      'SGLang',
      { custom_id: 'a', response: null, error: { message: 'out of memory' } },
      { reason: 'provider', message: 'out of memory' },
    ],
    [
      'a server that says nothing',
      { custom_id: 'a', response: { status_code: 502, body: '<html>' } },
      { reason: 'provider', message: 'HTTP 502: the provider gives no reason', statusCode: 502 },
    ],
    [
      'a runner that wrote neither',
      { custom_id: 'a' },
      { reason: 'provider', message: 'there is neither a response nor an error' },
    ],
    [
      'the Responses API',
      answered(
        'a',
        response('', { status: 'failed', error: { code: 'server_error', message: '' } }),
      ),
      { reason: 'provider', message: 'server_error', statusCode: 200 },
    ],
  ])('is told with its reason: %s', async (_, line, fields) => {
    expect(await readOne(line)).toEqual(failed(fields));
  });

  it.each([
    ['cut off', chatCompletion('sev', { finish_reason: 'length' }), 'length'],
    ['filtered', chatCompletion('', { finish_reason: 'content_filter' }), 'content-filter'],
    ['ended without a word', chatCompletion('seven', { finish_reason: null }), 'other'],
    [
      'ended by an odd word',
      chatCompletion('seven', { finish_reason: 'constructor' }),
      'constructor',
    ],
    [
      'cut off in the Responses API',
      response('sev', {
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
      }),
      'length',
    ],
  ])('is a reply that was %s', async (_, body, finishReason) => {
    const message = `the model did not finish by itself (${finishReason})`;
    const fields = { reason: 'finish-reason', message, finishReason, usage };
    expect(await readBody(body)).toEqual(failed(fields));
  });

  it.each([
    ['chat', chatCompletion('', { message: { content: null, refusal: 'I will not.' } })],
    [
      'Responses',
      response('', {
        output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'I will not.' }] }],
      }),
    ],
  ])('is a refusal in the %s API', async (_, body) => {
    const message = 'the model refused: I will not.';
    const fields = { reason: 'finish-reason', message, finishReason: 'content-filter', usage };
    expect(await readBody(body)).toEqual(failed(fields));
  });

  it('is a reply without text', async () => {
    const message = 'the reply holds no text';
    const fields = { reason: 'empty-response', message, finishReason: 'stop', usage };
    expect(await readBody(chatCompletion(' \n'))).toEqual(failed(fields));
  });

  it.each([
    ['another body', answered('a', { object: 'embedding', data: [] })],
    ['no body', answered('a', null)],
    ['no choice', answered('a', { ...chatCompletion(''), choices: [] })],
    ['a response that is a text', { custom_id: 'a', response: 'seven' }],
  ])('is one with %s', async (_, line) => {
    expect(await readOne(line)).toMatchObject(failed({ reason: 'unreadable-body' }));
  });
});

describe('the lines of a response file', () => {
  const good = (customId: string) => answered(customId, chatCompletion('seven'));

  it('that come again, and that nobody asked for, are reported with what they say', async () => {
    const again = answered('a', chatCompletion('eight'));
    const results = await read([good('a'), again, good('x'), good('x')], ['a', 'b']);
    expect(results).toMatchObject([
      { status: 'replied', customId: 'a', reply: { text: 'seven' } },
      { status: 'duplicate', customId: 'a', response: { reply: { text: 'eight' } } },
      { status: 'unknown', customId: 'x', response: { reply: { text: 'seven' } } },
      { status: 'unknown', customId: 'x' },
      { status: 'missing', customId: 'b' },
    ]);
  });

  it('that do not say whom they answer are reported by number', async () => {
    const lines = ['', '{"custom_id":', 7, null, { custom_id: '' }, good('a')];
    const problem = 'it has no custom_id';
    expect(await read(lines)).toMatchObject([
      { status: 'unreadable', line: 2, problem: expect.stringContaining('expected a value') },
      { status: 'unreadable', line: 3, problem },
      { status: 'unreadable', line: 4, problem },
      { status: 'unreadable', line: 5, problem },
      { status: 'replied' },
    ]);
  });

  it('never break the reader, whatever they are', async () => {
    const part = fc.dictionary(
      fc.constantFrom('body', 'status_code', 'error', 'choices', 'output', 'usage', 'message'),
      fc.anything(),
    );
    const line = fc.record({ custom_id: fc.constant('a'), response: part, error: fc.anything() });
    await fc.assert(
      fc.asyncProperty(line, async (one) => {
        expect(['replied', 'failed']).toContain((await readOne(one))?.status);
      }),
    );
  });

  it('and the expected ids have to be such', () => {
    expect(() => fromBatchResponses('a line' as never)).toThrow('lines must be an iterable');
    expect(() => fromBatchResponses([], { expected: 'abc' as never })).toThrow(
      new TypeError('expected must be an iterable of custom ids, got "abc"'),
    );
  });
});
