import { afterAll, describe, expect, it } from 'vitest';
import {
  type Conversation,
  createSandbox,
  generateDataset,
  type RunEvent,
} from '../../src/index.js';
import { createSimulatedModel } from '../../src/testing/index.js';
import { collect } from '../support/collect.js';
import { startOpenAIServer } from '../support/openai-server.js';
import { chatModel, readQuestion, taxReply, taxTasks } from './support/tax-run.js';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox[Symbol.asyncDispose]());

const answering = createSimulatedModel({
  respond: (messages) => taxReply(readQuestion(messages)) as { text: string },
});

describe('stopping a run', () => {
  it('makes no new calls, finishes those in flight, and throws the reason of the signal', async () => {
    await using server = await startOpenAIServer((messages) => taxReply(readQuestion(messages)));
    const stop = new AbortController();
    const events: RunEvent[] = [];
    const run = generateDataset(taxTasks(300), {
      model: chatModel(server),
      sandbox,
      concurrency: 8,
      signal: stop.signal,
      onEvent: (event) => events.push(event),
    });
    const conversations: Conversation[] = [];
    let requestsAtStop = Number.NaN;
    await expect(async () => {
      for await (const conversation of run) {
        conversations.push(conversation);
        if (conversations.length === 20) {
          requestsAtStop = server.requests.length;
          stop.abort(new Error('enough'));
        }
      }
    }).rejects.toThrow('enough');
    const result = await run.result;
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: 'signal' });
    expect(result.conversations).toBe(conversations.length);
    expect(result.pending).toBe(result.tasks - conversations.length);
    expect(result.pending).toBeGreaterThan(0);
    expect(server.requests.length).toBeLessThanOrEqual(requestsAtStop + 8);
    expect(result.calls.failed).toBe(0);
    expect(events.filter(({ type }) => type === 'stopping').length).toBe(1);
  });

  it('abandons calls that outlast the grace period', async () => {
    await using server = await startOpenAIServer(() => 'hang');
    const stop = new AbortController();
    const run = generateDataset(taxTasks(5), {
      model: chatModel(server),
      sandbox,
      signal: stop.signal,
      graceMs: 50,
    });
    const collected = collect(run);
    setTimeout(() => stop.abort(new Error('enough')), 200);
    await expect(collected).rejects.toThrow('enough');
    expect(await run.result).toMatchObject({ tasks: 5, pending: 5, failures: 0 });
  });

  it('does not wait for another attempt that will not come', async () => {
    await using server = await startOpenAIServer(() => ({
      status: 429,
      headers: { 'retry-after': '3600' },
    }));
    const stop = new AbortController();
    const options = { model: chatModel(server), sandbox, signal: stop.signal };
    const collected = collect(generateDataset(taxTasks(5), options));
    setTimeout(() => stop.abort(new Error('enough')), 300);
    await expect(collected).rejects.toThrow('enough');
  });

  it('begins nothing when the signal is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('before'));
    const run = generateDataset(taxTasks(5), { model: answering, sandbox, signal });
    await expect(collect(run)).rejects.toThrow('before');
    expect(await run.result).toMatchObject({ status: 'stopped', stoppedBy: 'signal', tasks: 0 });
  });

  it('happens when the consumer leaves the loop', async () => {
    const run = generateDataset(taxTasks(300), { model: answering, sandbox, concurrency: 4 });
    for await (const _ of run) break;
    const result = await run.result;
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: 'consumer' });
    expect(result.tasks).toBeLessThan(100);
  });
});

describe('a budget', () => {
  const prices = { inputPerMillion: 0, outputPerMillion: 1_000_000 };

  it('ends the run before the call that would not fit', async () => {
    await using server = await startOpenAIServer((messages) => taxReply(readQuestion(messages)));
    const run = generateDataset(taxTasks(100), {
      model: chatModel(server),
      sandbox,
      prices,
      budget: 100,
      maxOutputTokens: 10,
      concurrency: 4,
    });
    const conversations = await collect(run);
    const result = await run.result;
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: 'budget', failures: 0 });
    // Each call uses 7 and may use 10: the 13th begins with 84 spent, the 14th would begin with 91.
    expect(server.requests.length).toBe(13);
    expect(result.cost).toEqual({ amount: 91, unknownCalls: 0 });
    expect(conversations.length).toBe(result.conversations);
    // What needs no further call is finished; what was begun goes first.
    expect(result.conversations).toBeGreaterThanOrEqual(6);
    expect(result.tasks).toBe(result.conversations + result.pending);
  });
});
