import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  acceptBatch,
  type BatchReport,
  batchOnlyModel,
  type Conversation,
  createSandbox,
  fromBatchResponses,
  type GenerateDatasetOptions,
  generateDataset,
  planBatch,
  readFailures,
  toBatchRequests,
} from '../../src/index.js';
import type { ServedMessage } from '../support/openai-server.js';
import { readQuestion, taxReply, taxTasks } from './support/tax-run.js';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox[Symbol.asyncDispose]());

const modelId = 'test-model';
const model = batchOnlyModel({ provider: 'batch', modelId });
const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };

let directory: string;
let recipe: GenerateDatasetOptions;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-batch-'));
  recipe = { model, sandbox, journal: { file: join(directory, 'run.jsonl') } };
});
afterEach(() => rm(directory, { recursive: true }));

type Request = { custom_id: string; body: { messages: readonly ServedMessage[] } };

async function plan(count = 12, options: Partial<GenerateDatasetOptions> = {}): Promise<Request[]> {
  const planned = planBatch(taxTasks(count), { ...recipe, ...options });
  const requests: Request[] = [];
  for await (const request of toBatchRequests(planned, { modelId })) {
    requests.push(request as unknown as Request);
  }
  return requests;
}

/** What a provider's batch runner writes for a request. */
function respond({ custom_id, body }: Request): unknown {
  const { text } = taxReply(readQuestion(body.messages)) as { text: string };
  const message = { role: 'assistant', content: text };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  return {
    id: `response-${custom_id}`,
    custom_id,
    response: { status_code: 200, request_id: 'r', body: { model: modelId, choices, usage } },
    error: null,
  };
}

const accept = (lines: readonly unknown[]): Promise<BatchReport> =>
  acceptBatch(fromBatchResponses(lines), recipe);

async function dataset(options: Partial<GenerateDatasetOptions> = {}, count = 12) {
  const run = generateDataset(taxTasks(count), { ...recipe, ...options });
  const conversations: Conversation[] = [];
  for await (const conversation of run) conversations.push(conversation);
  return { conversations, result: await run.result };
}

describe('a dataset in batches', () => {
  it('asks for second turns of the wrong ones alone, and ends as one made call by call', async () => {
    const first = await plan();
    expect(first.length).toBe(12);
    expect(await accept(first.map(respond).reverse())).toMatchObject({
      accepted: 12,
      failed: 0,
      missing: 0,
      problems: [],
    });
    const second = await plan();
    expect(
      second.map(({ body }) => readQuestion(body.messages)).toSorted((a, b) => a.net - b.net),
    ).toEqual([0, 3, 6, 9].map((net) => ({ net, turn: 2 })));
    expect(await accept(second.map(respond))).toMatchObject({ accepted: 4 });
    expect(await plan()).toEqual([]);
    const { conversations, result } = await dataset({
      prices: {
        inputPerMillion: 5,
        outputPerMillion: 5,
        batch: { inputPerMillion: 0, outputPerMillion: 1_000_000 },
      },
    });
    expect(conversations.length).toBe(12);
    expect(result).toMatchObject({
      status: 'complete',
      outcomes: { correct: 8, revised: 4 },
      calls: { replied: 0 },
      cost: { amount: 16 * 7, unknownCalls: 0 },
    });
  });

  it('survives that the process ends between the phases, and in the middle of a plan', async () => {
    const half = planBatch(taxTasks(12), recipe);
    for await (const _ of half) break;
    const first = await plan();
    expect(new Set(first.map(({ custom_id }) => custom_id)).size).toBe(12);
    await accept(first.slice(0, 7).map(respond));
    const rest = await plan();
    expect(rest.length).toBe(
      5 + first.slice(0, 7).filter(({ body }) => readQuestion(body.messages).net % 3 === 0).length,
    );
  });

  it('reports responses that are missing, come twice, are unknown, failed or unreadable', async () => {
    const first = await plan();
    const lines = first.map(respond);
    const report = await accept([
      ...lines.slice(0, 8),
      lines[0],
      { custom_id: 'nobody-s0-t1', response: { status_code: 200, body: {} }, error: null },
      'not json',
      {
        custom_id: first[8]?.custom_id,
        response: { status_code: 500, body: { error: { message: 'overloaded' } } },
        error: null,
      },
    ]);
    expect(report).toMatchObject({
      accepted: 8,
      failed: 1,
      missing: 3,
      duplicates: 1,
      unknown: 1,
      unreadable: 1,
    });
    expect(report.problems.length).toBe(7);
    const again = await accept(lines.slice(0, 8));
    expect(again).toMatchObject({ accepted: 0, duplicates: 8, missing: 3 });

    const [failure, ...others] = await readFailures(join(directory, 'run.jsonl'));
    expect(others).toEqual([]);
    expect(failure).toMatchObject({
      reason: 'provider',
      statusCode: 500,
      turn: 1,
      entrypoint: 'addTax',
    });
    const turnOnes = (requests: readonly Request[]) =>
      requests.filter(({ body }) => readQuestion(body.messages).turn === 1).length;
    expect(turnOnes(await plan())).toBe(3);
    const file = join(directory, 'run.jsonl');
    expect(turnOnes(await plan(12, { journal: { file, retryFailures: true } }))).toBe(4);
  });

  it('fails what no batch has answered, unless the real model is there to ask', async () => {
    const first = await plan(4);
    await accept(first.slice(0, 3).map(respond));
    await accept((await plan(4)).map(respond).slice(0, 0));
    const { result } = await dataset({}, 4);
    expect(result.failures).toBeGreaterThan(0);
    const [failure] = await readFailures(join(directory, 'run.jsonl'));
    expect(failure?.lastError).toMatch('test-model answers in batches only');
  });

  it('needs a journal', async () => {
    const { journal, ...rest } = recipe;
    expect(() => planBatch(taxTasks(1), rest)).toThrow('journal');
    await expect(acceptBatch([], rest)).rejects.toThrow('journal');
  });

  it('keeps its journal readable by line', async () => {
    await accept((await plan(2)).map(respond));
    const text = await readFile(join(directory, 'run.jsonl'), 'utf8');
    const steps = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).step);
    expect(steps).toEqual(['header', 'request', 'request', 'prediction', 'prediction']);
  });
});
