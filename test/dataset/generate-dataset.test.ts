import { afterAll, describe, expect, it } from 'vitest';
import { createSandbox, generateDataset, type RunEvent, RunStoppedError } from '../../src/index.js';
import { createSimulatedModel } from '../../src/testing/index.js';
import { collect } from '../support/collect.js';
import { addTax } from '../support/fixtures.js';
import { startOpenAIServer } from '../support/openai-server.js';
import { chatModel, readQuestion, taxReply, taxTasks } from './support/tax-run.js';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox[Symbol.asyncDispose]());

const answering = createSimulatedModel({
  respond: (messages) => taxReply(readQuestion(messages)) as { text: string },
});

describe('generateDataset', () => {
  it('makes a conversation of every task and counts them', async () => {
    await using server = await startOpenAIServer((messages) => taxReply(readQuestion(messages)));
    const prices = { inputPerMillion: 1, outputPerMillion: 2 };
    const run = generateDataset(taxTasks(30), { model: chatModel(server), sandbox, prices });
    const conversations = await collect(run);
    const result = await run.result;
    expect(new Set(conversations.map(({ task }) => task.id)).size).toBe(30);
    expect(server.requests.length).toBe(40);
    expect(result).toMatchObject({
      status: 'complete',
      tasks: 30,
      total: 30,
      conversations: 30,
      failures: 0,
      pending: 0,
      duplicates: 0,
      storedConversations: 0,
      outcomes: { correct: 20, revised: 10 },
      directions: { output: { correct: 20, revised: 10 }, input: {} },
      turns: [{ output: { correct: 20, mismatch: 10 } }, { output: { correct: 10 } }],
      calls: { replied: 40, cached: 0, stored: 0, rateLimited: 0, failed: 0 },
      usage: { inputTokens: 40 * 11, outputTokens: 40 * 7 },
    });
    expect(result.cost?.amount).toBeCloseTo((40 * (11 + 2 * 7)) / 1e6, 12);
    expect(result.meanCallMs).toBeGreaterThan(0);
    expect(result).not.toHaveProperty('stoppedBy');
  });

  it('yields in the order of the source when asked to', async () => {
    const tasks = taxTasks(40);
    const run = generateDataset(tasks, { model: answering, sandbox, order: 'source' });
    expect((await collect(run)).map(({ task }) => task.id)).toEqual(tasks.map(({ id }) => id));
  });

  it('takes functions and pairs, and leaves out functions without pairs', async () => {
    const hopeless = {
      ...addTax,
      id: 'hopeless',
      inputGenerator: 'function generateInput() { throw 1 }',
    };
    const pairs = [{ input: { net: 1, rate: 7 }, output: { gross: 8, rate: 7 } }];
    const run = generateDataset([addTax, hopeless, { function: addTax, pairs }], {
      model: answering,
      sandbox,
      pairs: { count: 3 },
      tasks: { directions: ['output'] },
    });
    expect((await collect(run)).length).toBe(4);
    expect(await run.result).toMatchObject({ tasks: 4, functionsWithoutPairs: 1 });
    expect(run.summary()).not.toHaveProperty('total');
  });

  it('refuses what is no task, and names its place', async () => {
    const source = [taxTasks(1)[0], 'addTax'] as unknown as ReturnType<typeof taxTasks>;
    const run = generateDataset(source, { model: answering, sandbox, total: 2 });
    await expect(collect(run)).rejects.toThrow(/source\[1\] must be a function, .* got/);
    expect(await run.result).toMatchObject({ status: 'stopped', stoppedBy: 'error' });
  });

  it('asks each sample of a task on its own, with a seed of its own', async () => {
    await using server = await startOpenAIServer((messages) => taxReply(readQuestion(messages)));
    const model = chatModel(server);
    const run = generateDataset(taxTasks(2), { model, sandbox, samples: 3, seed: 40, maxTurns: 1 });
    const conversations = await collect(run);
    const samples = conversations.map(({ turns }) => turns[0]?.prediction.sample);
    expect(samples.toSorted()).toEqual([0, 0, 1, 1, 2, 2]);
    const seeds = server.requests.map((request) => (request as { seed?: number }).seed);
    expect(seeds.toSorted()).toEqual([40, 40, 41, 41, 42, 42]);
    expect((await run.result).tasks).toBe(6);
  });

  it('does a task that comes twice once', async () => {
    const tasks = taxTasks(5);
    const run = generateDataset([...tasks, ...tasks], { model: answering, sandbox });
    expect((await collect(run)).length).toBe(5);
    expect(await run.result).toMatchObject({ tasks: 5, conversations: 5, duplicates: 5 });
  });

  it('tells every step as an event', async () => {
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent): void => void events.push(event);
    await collect(generateDataset(taxTasks(1), { model: answering, sandbox, onEvent }));
    expect(events.map(({ type }) => type)).toEqual([
      'started',
      'call',
      'verdict',
      'call',
      'verdict',
      'conversation',
      'finished',
    ]);
    expect(events[4]).toMatchObject({ turn: 2, verdict: { status: 'correct' } });
  });

  it('can be looped over once', async () => {
    const run = generateDataset(taxTasks(1), { model: answering, sandbox });
    await collect(run);
    await expect(collect(run)).rejects.toThrow('once only');
  });

  it('refuses options that cannot be', () => {
    const make = (options: object) => () =>
      generateDataset(taxTasks(1), { model: answering, sandbox, ...options });
    expect(make({ samples: 0 })).toThrow('samples must be an integer of at least 1, got 0');
    expect(make({ order: 'random' })).toThrow("order must be 'finished' or 'source'");
    expect(make({ budget: 5 })).toThrow('prices must be given with a budget');
    expect(make({ concurrency: 0 })).toThrow('concurrency');
    expect(make({ journal: 5 })).toThrow('journal must be the path of a file');
    expect(make({ graceMs: -1 })).toThrow('graceMs');
    expect(() => generateDataset('abc' as never, { model: answering, sandbox })).toThrow('source');
  });
});

describe('failures', () => {
  it('cost their own task, and are told with reason, attempts and last error', async () => {
    await using server = await startOpenAIServer((messages) => {
      const { net, turn } = readQuestion(messages);
      if (net === 3 && turn === 2) return { status: 400, body: '{"error":{"message":"bad"}}' };
      if (net === 5) return { text: '{"output": 1', finishReason: 'length' };
      return taxReply({ net, turn });
    });
    const failures: RunEvent[] = [];
    const run = generateDataset(taxTasks(12), {
      model: chatModel(server),
      sandbox,
      onEvent: (event) => event.type === 'failure' && failures.push(event),
    });
    expect((await collect(run)).length).toBe(10);
    expect(await run.result).toMatchObject({
      status: 'complete',
      tasks: 12,
      conversations: 10,
      failures: 2,
      pending: 0,
      failureReasons: { provider: 1, 'finish-reason': 1 },
    });
    expect(failures).toContainEqual({
      type: 'failure',
      isStored: false,
      failure: expect.objectContaining({
        taskId: taxTasks(12)[3]?.id,
        entrypoint: 'addTax',
        turn: 2,
        reason: 'provider',
        attempts: 1,
        statusCode: 400,
        lastError: 'HTTP 400: bad',
      }),
    });
  });

  it('of the caller’s own functions are rows, too, unless nothing works at all', async () => {
    const feedback = (): string => {
      throw new RangeError('no words');
    };
    const few = generateDataset(taxTasks(9), { model: answering, sandbox, feedback, maxTurns: 1 });
    expect((await collect(few)).length).toBe(0);
    expect(await few.result).toMatchObject({ failures: 9, failureReasons: { internal: 9 } });
    const many = generateDataset(taxTasks(200), { model: answering, sandbox, feedback });
    await expect(collect(many)).rejects.toThrow('no words');
  });

  it('of nearly all calls stop the run', async () => {
    await using server = await startOpenAIServer(() => ({ status: 401 }));
    const run = generateDataset(taxTasks(500), {
      model: chatModel(server),
      sandbox,
      concurrency: 4,
    });
    await expect(collect(run)).rejects.toBeInstanceOf(RunStoppedError);
    const result = await run.result;
    expect(result).toMatchObject({ status: 'stopped', stoppedBy: 'error-rate' });
    expect(server.requests.length).toBeLessThan(60);
    expect(result.tasks).toBe(result.conversations + result.failures + result.pending);
  });
});
