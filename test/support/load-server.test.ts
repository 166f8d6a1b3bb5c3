import { createOpenAI } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInProcessSandbox, revise, type Sandbox } from '../../src/index.js';
import { createHttpFetch } from './http-fetch.js';
import { type LoadServer, startLoadServer } from './load-server.js';
import type { LoadServerOptions } from './load-server-options.js';
import { promptKey } from './prompt-key.js';
import { syntheticTask, syntheticTasks } from './synthetic-tasks.js';

let server: LoadServer;
let sandbox: Sandbox;

beforeAll(async () => {
  server = await startLoadServer();
  sandbox = await createInProcessSandbox();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
});

async function behave(options: LoadServerOptions): Promise<void> {
  await server.configure(options);
  await server.reset();
}

function model(fetch?: typeof globalThis.fetch) {
  return createOpenAI({ baseURL: server.baseURL, apiKey: 'none', ...(fetch && { fetch }) }).chat(
    'x',
  );
}

const fetches = [
  ['the fetch of the runtime', undefined],
  ['the fetch over node:http', createHttpFetch(4)],
] as const;

const prompt = 'You are given this input:\n{"a": 1, "b": 2}\nAnd so on.';

async function post(signal: AbortSignal | null = null): Promise<Response> {
  const body = JSON.stringify({ messages: [{ role: 'user', content: prompt }] });
  return fetch(`${server.baseURL}/chat/completions`, { method: 'POST', body, signal });
}

describe('the load server', () => {
  it.each(fetches)(
    'is wrong at first and right in the second turn, with %s',
    async (_name, ownFetch) => {
      await behave({});
      for (const task of syntheticTasks(8)) {
        const {
          outcome,
          turns,
          prompt: asked,
        } = await revise(task, {
          model: model(ownFetch),
          sandbox,
        });
        expect(outcome).toBe('revised');
        expect(turns).toHaveLength(2);
        const prompts = await server.prompts();
        expect(prompts.get(promptKey(asked))).toEqual({ asked: 1, answered: 1 });
      }
      expect(await server.stats()).toMatchObject({ requests: 16, answered: 16, abandoned: 0 });
    },
  );

  it('is wrong for as many turns as it is told', async () => {
    await behave({ wrongTurns: 3 });
    const options = { model: model(), sandbox, maxTurns: 5 };
    expect((await revise(syntheticTask(0), options)).turns).toHaveLength(4);
  });

  it('refuses what is over the limit, and says when to come again', async () => {
    const rate = { requestsPerSecond: 0.01, burst: 2 };
    await behave({ rate });
    const responses = await Promise.all([post(), post(), post()]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    const waitMs = responses.find(({ status }) => status === 429)?.headers.get('retry-after-ms');
    expect(Number(waitMs)).toBeGreaterThan(50_000);
    expect(Number(waitMs)).toBeLessThanOrEqual(100_000);
    await behave({ rate: { ...rate, burst: 1, retryAfter: 'seconds' } });
    await post();
    expect(Number((await post()).headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await server.stats()).toMatchObject({ requests: 2, answered: 1, rateLimited: 1 });
  });

  it('has no more in work than it is told', async () => {
    await behave({ faults: { hang: 1 }, maxConcurrency: 2 });
    const controller = new AbortController();
    const hanging = [post(controller.signal), post(controller.signal)];
    while ((await server.stats()).hang < 2);
    expect((await post()).status).toBe(429);
    controller.abort();
    await Promise.allSettled(hanging);
    expect(await server.stats()).toMatchObject({ peakInFlight: 2, rateLimited: 1 });
  });

  it('draws the same faults for the same seed, in the shares that are wanted', async () => {
    const statuses = async (): Promise<readonly number[]> => {
      await behave({ faults: { seed: 7, rateLimited: 0.2, serverError: 0.3, retryAfterMs: 5 } });
      const all: number[] = [];
      for (let i = 0; i < 100; i++) all.push((await post()).status);
      return all;
    };
    const first = await statuses();
    expect(await statuses()).toEqual(first);
    const { rateLimited, serverError, answered } = await server.stats();
    expect(rateLimited + serverError + answered).toBe(100);
    expect(rateLimited).toBe(first.filter((status) => status === 429).length);
    expect(rateLimited).toBeGreaterThan(5);
    expect(serverError).toBeGreaterThan(10);
    expect(new Set(first)).toEqual(new Set([200, 429, 500, 502, 503]));
  });

  it.each(fetches)('cuts answers off, and ends them early, with %s', async (_name, ownFetch) => {
    const call = () => generateText({ model: model(ownFetch), prompt, maxRetries: 0 });
    await behave({ faults: { cutOff: 1 } });
    await expect(call()).rejects.toThrow();
    await behave({ faults: { length: 1 } });
    expect((await call()).finishReason).toBe('length');
  });

  it.each(fetches)('hangs until the client goes away, with %s', async (_name, ownFetch) => {
    await behave({ faults: { hang: 1 } });
    const controller = new AbortController();
    const abortSignal = controller.signal;
    const call = generateText({ model: model(ownFetch), prompt, maxRetries: 0, abortSignal });
    const outcome = expect(call).rejects.toMatchObject({ name: 'AbortError' });
    while ((await server.stats()).hang === 0);
    controller.abort();
    await outcome;
  });

  it('refuses what is no synthetic task', async () => {
    await behave({});
    const call = generateText({ model: model(), prompt: 'What is the time?', maxRetries: 0 });
    await expect(call).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('synthetic tasks', () => {
  it('are distinct, in both directions, and the same whatever the beginning', () => {
    const tasks = [...syntheticTasks(1000)];
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(1000);
    expect(new Set(tasks.map(({ direction }) => direction)).size).toBe(2);
    expect([...syntheticTasks(10, 990)]).toEqual(tasks.slice(990));
  });

  it('have outputs that their functions return', async () => {
    for (const { function: fn, pair } of syntheticTasks(16)) {
      const outcome = await sandbox.run(fn, pair.input);
      expect(outcome).toMatchObject({ status: 'returned', value: pair.output });
    }
  });
});
