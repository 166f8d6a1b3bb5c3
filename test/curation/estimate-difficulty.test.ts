import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpenAI } from '@ai-sdk/openai';
import { wrapLanguageModel } from 'ai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Difficulty,
  type EstimateDifficultyOptions,
  estimateDifficulty,
} from '../../src/curation/estimate-difficulty.js';
import {
  CacheMissError,
  cacheResponses,
  createInProcessSandbox,
  PredictionError,
  type Sandbox,
} from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { taxTask } from '../support/fixtures.js';
import { type ServedReply, startOpenAIServer } from '../support/openai-server.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const task = taxTask('output');
const right = { text: '{"output": {"gross": 107, "rate": 7}}' };
const wrong = { text: '{"output": {"gross": 108, "rate": 7}}' };

/** Asks one sample at a time, so that sample `i` gets `replies[i]`, unless told otherwise. */
async function estimate(
  replies: readonly ServedReply[],
  options: Partial<EstimateDifficultyOptions> = {},
) {
  await using server = await startOpenAIServer(
    (_, number) => replies[Math.min(number, replies.length) - 1] as ServedReply,
  );
  const model = createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny');
  const result = await estimateDifficulty(task, {
    model,
    sandbox,
    samples: replies.length,
    concurrency: 1,
    maxAttempts: 1,
    random: () => 0,
    ...options,
  }).catch((error: unknown) => error);
  return { result, difficulty: result as Difficulty, requests: server.requests };
}

describe('a difficulty', () => {
  it('counts what the model solves, and keeps the samples in order', async () => {
    const { difficulty, requests } = await estimate([right, wrong, { text: 'no idea' }, right]);
    expect(difficulty).toMatchObject({
      taskId: task.id,
      samples: 4,
      solved: 2,
      judged: 4,
      unverifiable: 0,
      rate: 0.5,
    });
    expect(difficulty.interval.low).toBeCloseTo(0.15, 2);
    expect(difficulty.interval.high).toBeCloseTo(0.85, 2);
    expect(difficulty.attempts).toMatchObject([
      { status: 'answered', prediction: { ...right, sample: 0 }, verdict: { status: 'correct' } },
      { status: 'answered', prediction: { ...wrong, sample: 1 }, verdict: { status: 'mismatch' } },
      { status: 'answered', prediction: { sample: 2 }, verdict: { status: 'no-answer' } },
      { status: 'answered', prediction: { ...right, sample: 3 }, verdict: { status: 'correct' } },
    ]);
    expect(requests).toHaveLength(4);
  });

  it('is made of eight samples by default', async () => {
    const { difficulty } = await estimate([right], { samples: undefined });
    expect(difficulty).toMatchObject({ samples: 8, solved: 8, judged: 8, rate: 1 });
  });

  it('passes the settings on, with a seed of its own for each sample', async () => {
    const template = { output: 'Say {{input}}', input: '' };
    const { difficulty, requests } = await estimate([right, right, right], {
      temperature: 0.5,
      seed: 40,
      template,
      equality: { mode: 'strict' },
    });
    const prompt = [{ role: 'user', content: 'Say {"net": 100, "rate": 7}' }];
    expect(requests).toMatchObject(
      [40, 41, 42].map((seed) => ({ temperature: 0.5, seed, messages: prompt })),
    );
    expect(difficulty.solved).toBe(3);
  });

  it('sends no seed unless there is one', async () => {
    const { requests } = await estimate([right]);
    expect(requests[0]).not.toHaveProperty('seed');
  });
});

describe("trouble that is not the model's", () => {
  it('is data, stops no other sample and counts as neither right nor wrong', async () => {
    const { difficulty } = await estimate([
      right,
      { status: 401 },
      { text: '{"outp', finishReason: 'length' },
      wrong,
    ]);
    expect(difficulty).toMatchObject({
      samples: 4,
      solved: 1,
      judged: 2,
      rate: 0.5,
      attempts: [
        { status: 'answered' },
        { status: 'failed', error: { reason: 'provider', statusCode: 401 } },
        { status: 'failed', error: { reason: 'finish-reason' } },
        { status: 'answered' },
      ],
    });
    const [, failed] = difficulty.attempts;
    expect(failed?.status === 'failed' && failed.error).toBeInstanceOf(PredictionError);
  });

  it('leaves a task without a rate when no call succeeds', async () => {
    const { difficulty } = await estimate([{ status: 401 }, { status: 401 }]);
    expect(difficulty).toMatchObject({ samples: 2, solved: 0, judged: 0, rate: undefined });
    expect(difficulty.interval).toEqual({ low: 0, high: 1 });
  });

  it('does not count a verdict that the sandbox could not give', async () => {
    const lossy = createStubSandbox(() => ({ status: 'lost' }));
    const { difficulty } = await estimate([right, wrong, wrong], { sandbox: lossy });
    expect(difficulty).toMatchObject({
      samples: 3,
      solved: 1,
      judged: 1,
      unverifiable: 2,
      rate: 1,
    });
  });
});

describe('many calls', () => {
  async function highestNumberOfCalls(concurrency: number | undefined): Promise<number> {
    await using server = await startOpenAIServer(() => right);
    let running = 0;
    let highest = 0;
    const model = wrapLanguageModel({
      model: createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny'),
      middleware: {
        specificationVersion: 'v3',
        async wrapGenerate({ doGenerate }) {
          highest = Math.max(highest, ++running);
          const result = await doGenerate();
          running--;
          return result;
        },
      },
    });
    const difficulty = await estimateDifficulty(task, {
      model,
      sandbox,
      samples: 12,
      concurrency,
    });
    const samples = difficulty.attempts.map(
      (attempt) => attempt.status === 'answered' && attempt.prediction.sample,
    );
    expect(samples).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    return highest;
  }

  it.each([
    [undefined, 4],
    [3, 3],
    [50, 12],
  ])('with concurrency %s are at most %i at a time', async (concurrency, highest) => {
    expect(await highestNumberOfCalls(concurrency)).toBe(highest);
  });

  it('are answered from a response cache, each sample by its own reply', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'codeio-difficulty-'));
    await using server = await startOpenAIServer((_, number) => (number % 2 === 0 ? right : wrong));
    const cached = (onMiss: 'call' | 'error') =>
      wrapLanguageModel({
        model: createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny'),
        middleware: cacheResponses({ directory, onMiss }),
      });
    try {
      const first = await estimateDifficulty(task, { model: cached('call'), sandbox, samples: 6 });
      const again = await estimateDifficulty(task, { model: cached('error'), sandbox, samples: 6 });
      expect(first).toMatchObject({ solved: 3, judged: 6 });
      expect(again).toEqual(first);
      expect(server.requests).toHaveLength(6);
      const more = estimateDifficulty(task, { model: cached('error'), sandbox, samples: 7 });
      await expect(more).rejects.toThrow(CacheMissError);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe('abort', () => {
  it('ends the calls that hang, with the reason', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    const { result, requests } = await estimate(['hang'], {
      samples: 6,
      concurrency: 2,
      signal: controller.signal,
    });
    expect(result).toEqual(new Error('enough'));
    expect(requests).toHaveLength(2);
  });

  it('before the start makes no call', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    const { result, requests } = await estimate([right], { signal });
    expect(result).toEqual(new Error('enough'));
    expect(requests).toHaveLength(0);
  });
});

describe('misuse', () => {
  it.each<[string, Partial<EstimateDifficultyOptions>, string]>([
    ['samples', { samples: 0 }, 'samples must be an integer of at least 1, got 0'],
    ['concurrency', { concurrency: 0.5 }, 'concurrency must be an integer of at least 1, got 0.5'],
    ['an option of predict', { timeoutMs: 0 }, 'timeoutMs must be an integer of at least 1, got 0'],
    ['a placeholder', { template: { output: '{{nonsense}}', input: '' } }, 'nonsense'],
  ])('of %s is refused before any call', async (_, options, message) => {
    const { result, requests } = await estimate([right], options);
    expect(result).toBeInstanceOf(TypeError);
    expect((result as Error).message).toContain(message);
    expect(requests).toHaveLength(0);
  });

  it('that comes out while verifying ends it at once, and abandons the calls under way', async () => {
    await using server = await startOpenAIServer((_, number) => (number === 1 ? right : 'hang'));
    const signals: AbortSignal[] = [];
    const model = wrapLanguageModel({
      model: createOpenAI({ apiKey: 'test', baseURL: server.baseURL }).chat('tiny'),
      middleware: {
        specificationVersion: 'v3',
        wrapGenerate({ doGenerate, params }) {
          if (params.abortSignal !== undefined) signals.push(params.abortSignal);
          return doGenerate();
        },
      },
    });
    const readAnswer = () => {
      throw new TypeError('readAnswer cannot read this');
    };
    await expect(
      estimateDifficulty(task, { model, sandbox, concurrency: 3, readAnswer }),
    ).rejects.toEqual(new TypeError('readAnswer cannot read this'));
    expect(signals).toHaveLength(3);
    // One had its reply.
    expect(signals.filter(({ aborted }) => aborted)).toHaveLength(2);
  });
});
