import { setTimeout as sleep } from 'node:timers/promises';
import { APICallError } from 'ai';
import { describe, expect, it } from 'vitest';
import { isRateLimited } from '../../src/generation/backoff.js';
import { createLimiter, limiterFor, predict, type RunEvent } from '../../src/index.js';
import { createSimulatedModel } from '../../src/testing/index.js';
import { chatModel } from '../dataset/support/tax-run.js';
import { taxTask } from '../support/fixtures.js';
import { startOpenAIServer } from '../support/openai-server.js';

const call = { tokens: 10 };

describe('a limiter', () => {
  it('lets as many through as it may, in the order in which they came', async () => {
    const limiter = createLimiter({ concurrency: 2 });
    const order: number[] = [];
    const slots = Array.from({ length: 5 }, (_, index) =>
      limiter.acquire(call).then((slot) => {
        order.push(index);
        return slot;
      }),
    );
    await sleep(1);
    expect(order).toEqual([0, 1]);
    expect(limiter.state).toEqual({
      concurrency: 2,
      maxConcurrency: 2,
      inFlight: 2,
      waiting: 3,
      pausedMs: 0,
      backgroundShare: 0,
    });
    for (const slot of slots) (await slot).release({ type: 'replied' });
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(limiter.state.inFlight).toBe(0);
  });

  it('lets urgent calls through before all others', async () => {
    const limiter = createLimiter({ concurrency: 1 });
    const first = await limiter.acquire(call);
    const order: string[] = [];
    const all = ['a', 'b', 'c!', 'd', 'e!'].map(async (name) => {
      const slot = await limiter.acquire({ ...call, isUrgent: name.endsWith('!') });
      order.push(name);
      slot.release({ type: 'replied' });
    });
    first.release({ type: 'replied' });
    await Promise.all(all);
    expect(order).toEqual(['c!', 'e!', 'a', 'b', 'd']);
  });

  it('gives back a slot once, however often it is released', async () => {
    const limiter = createLimiter({ concurrency: 2 });
    const slot = await limiter.acquire(call);
    await limiter.acquire(call);
    for (let round = 0; round < 3; round++) slot.release({ type: 'failed' });
    expect(limiter.state.inFlight).toBe(1);
  });

  it('lets those go who no longer want to wait, and no others', async () => {
    const limiter = createLimiter({ concurrency: 1 });
    const first = await limiter.acquire(call);
    const stop = new AbortController();
    const waiting = Array.from({ length: 100 }, (_, index) =>
      limiter.acquire({ ...call, signal: index % 2 === 0 ? stop.signal : undefined }),
    );
    const settled = Promise.allSettled(waiting.filter((_, index) => index % 2 === 0));
    stop.abort(new Error('no longer'));
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: new Error('no longer') });
    }
    expect(limiter.state.waiting).toBe(50);
    first.release({ type: 'replied' });
    for (const [index, slot] of waiting.entries()) {
      if (index % 2 === 1) (await slot).release({ type: 'replied' });
    }
    expect(limiter.state).toMatchObject({ waiting: 0, inFlight: 0 });
    await expect(limiter.acquire({ ...call, signal: stop.signal })).rejects.toThrow('no longer');
  });

  it('lets twenty thousand wait with one signal', async () => {
    const limiter = createLimiter({ concurrency: 10 });
    const { signal } = new AbortController();
    let done = 0;
    const all = Array.from({ length: 20_000 }, async () => {
      (await limiter.acquire({ ...call, signal })).release({ type: 'replied' });
      done++;
    });
    await Promise.all(all);
    expect(done).toBe(20_000);
  });

  it('holds calls to a number a minute', async () => {
    let now = 0;
    const limiter = createLimiter({ concurrency: 100, requestsPerMinute: 120, nowMs: () => now });
    let begun = 0;
    const begin = (): void => {
      void limiter.acquire(call).then((slot) => {
        begun++;
        slot.release({ type: 'replied' });
      });
    };
    for (let count = 0; count < 10; count++) begin();
    await sleep(1);
    expect(begun).toBe(2);
    now += 1000;
    begin();
    await sleep(1);
    expect(begun).toBe(4);
  });

  it('holds calls to tokens a minute, and puts the estimate right', async () => {
    let now = 0;
    const limiter = createLimiter({ concurrency: 9, tokensPerMinute: 60_000, nowMs: () => now });
    const first = await limiter.acquire({ tokens: 1000 });
    let hasBegun = false;
    const second = limiter.acquire({ tokens: 600 }).then((slot) => {
      hasBegun = true;
      return slot;
    });
    await sleep(1);
    expect(hasBegun).toBe(false);
    // Only 300 of the 1,000 were used.
    first.release({ type: 'replied', tokens: 300 });
    (await second).release({ type: 'replied', isCached: true });
    expect(hasBegun).toBe(true);
    // What came from a cache is given back whole.
    (await limiter.acquire({ tokens: 700 })).release({ type: 'replied' });
    now += 1000;
  });

  it('shares one limiter among all that call a model', () => {
    const model = createSimulatedModel({ respond: () => '' });
    expect(limiterFor(model)).toBe(limiterFor(model));
    expect(limiterFor('some/model')).toBe(limiterFor('some/model'));
    expect(limiterFor(createSimulatedModel({ respond: () => '' }))).not.toBe(limiterFor(model));
  });

  it('refuses options that cannot be', () => {
    expect(() => createLimiter({ concurrency: 0 })).toThrow('concurrency must be an integer');
    expect(() => createLimiter({ requestsPerMinute: 0 })).toThrow('requestsPerMinute must be');
    expect(() => createLimiter({ tokensPerMinute: Number.NaN })).toThrow('tokensPerMinute must be');
  });
});

describe('calls with a limiter', () => {
  const right = { text: '{"output": {"gross": 107, "rate": 7}}' };
  const task = taxTask('output');

  it('wait for each other, and for the provider', async () => {
    let refused = 0;
    let atOnce = 0;
    let most = 0;
    await using server = await startOpenAIServer((_, number) => {
      most = Math.max(most, atOnce);
      if (number !== 3) return right;
      refused++;
      return { status: 429, headers: { 'retry-after-ms': '120' } };
    });
    const limiter = createLimiter({ concurrency: 3 });
    const model = chatModel(server);
    const calls: (RunEvent & { type: 'call' })['call'][] = [];
    const ask = async (): Promise<void> => {
      atOnce++;
      await predict(task, { model, limiter, onCall: (event) => calls.push(event) });
      atOnce--;
    };
    await Promise.all(Array.from({ length: 12 }, ask));
    expect(refused).toBe(1);
    expect(server.requests.length).toBe(13);
    expect(calls.filter(({ type }) => type === 'replied').length).toBe(12);
    expect(calls).toContainEqual(expect.objectContaining({ type: 'rate-limited', delayMs: 120 }));
    expect(limiter.state).toMatchObject({ inFlight: 0, waiting: 0 });
  });

  it('are made again however often they are refused, and only so often when they fail', async () => {
    await using server = await startOpenAIServer((_, number) =>
      number <= 9 ? { status: 429, headers: { 'retry-after-ms': '1' } } : right,
    );
    const options = { model: chatModel(server), limiter: createLimiter(), maxAttempts: 2 };
    expect((await predict(task, options)).answer.status).toBe('found');

    await using failing = await startOpenAIServer(() => ({
      status: 500,
      headers: { 'retry-after-ms': '1' },
    }));
    await expect(predict(task, { ...options, model: chatModel(failing) })).rejects.toMatchObject({
      attempts: 2,
      statusCode: 500,
    });
  });

  it('keep the window as it is when the provider fails', async () => {
    await using server = await startOpenAIServer((_, number) =>
      number % 2 === 1 ? { status: 503, headers: { 'retry-after-ms': '1' } } : right,
    );
    const limiter = createLimiter({ concurrency: 5 });
    const options = { model: chatModel(server), limiter, maxAttempts: 20 };
    await Promise.all(Array.from({ length: 40 }, () => predict(task, options)));
    expect(limiter.state.concurrency).toBe(5);
  });

  it('end at once when the account is empty, which no waiting helps', async () => {
    const body = JSON.stringify({ error: { message: 'no money', code: 'insufficient_quota' } });
    await using server = await startOpenAIServer(() => ({ status: 429, body }));
    await expect(
      predict(task, { model: chatModel(server), limiter: createLimiter() }),
    ).rejects.toMatchObject({ attempts: 1, statusCode: 429 });
    expect(server.requests.length).toBe(1);
  });

  it('are taken for refused also when the gateway wraps the answer, and not for every word of money', async () => {
    const answer = (responseBody: string): APICallError =>
      new APICallError({
        message: 'too many',
        url: 'http://127.0.0.1',
        requestBodyValues: {},
        statusCode: 429,
        responseBody,
      });
    const wrapped = new Error('gateway', { cause: answer('') });
    expect(isRateLimited(wrapped)).toBe(true);
    expect(isRateLimited(answer('See billing_settings for higher limits.'))).toBe(true);
    expect(isRateLimited(answer('{"error":{"type":"billing_hard_limit_reached"}}'))).toBe(false);
  });

  it('give their slot back when they are given up', async () => {
    await using server = await startOpenAIServer(() => 'hang');
    const limiter = createLimiter({ concurrency: 2 });
    const stop = new AbortController();
    const options = { model: chatModel(server), limiter, signal: stop.signal };
    const calls = Promise.allSettled([1, 2, 3, 4].map(() => predict(task, options)));
    await sleep(50);
    stop.abort(new Error('enough'));
    for (const result of await calls) {
      expect(result).toMatchObject({ status: 'rejected', reason: new Error('enough') });
    }
    expect(limiter.state).toMatchObject({ inFlight: 0, waiting: 0 });
  });
});
