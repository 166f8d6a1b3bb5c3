import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSandbox, estimate, generateDataset, RunStoppedError } from '../../src/index.js';
import { createSimulatedModel } from '../../src/testing/index.js';
import { readQuestion, taxReply, taxTasks } from './support/tax-run.js';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox[Symbol.asyncDispose]());

const prices = { inputPerMillion: 1_000_000, outputPerMillion: 0 };

/** Uses 10 tokens a call; every third task takes a second call. */
function createCountedModel() {
  const counter = { calls: 0 };
  const model = createSimulatedModel({
    respond(messages) {
      counter.calls++;
      const { text } = taxReply(readQuestion(messages)) as { text: string };
      return { text, usage: { inputTokens: 10, cachedInputTokens: 0, outputTokens: 5 } };
    },
  });
  return { model, counter };
}

describe('estimate', () => {
  it('tells tokens and cost of all tasks with an interval that holds the truth', async () => {
    const { model, counter } = createCountedModel();
    const guess = await estimate(taxTasks(900), { model, sandbox, prices, sampleSize: 60 });
    expect(guess).toMatchObject({ tasks: 900, sampled: 60 });
    expect(counter.calls).toBeLessThan(100);
    // 900 tasks, of which 300 take two calls: 1,200 calls of 10 tokens each.
    const { low, high } = guess.cost?.interval ?? { low: 0, high: 0 };
    expect(low).toBeLessThan(12_000);
    expect(high).toBeGreaterThan(12_000);
    expect(high - low).toBeLessThan(4_000);
    expect(guess.inputTokens?.total).toBe(guess.cost?.total);
    expect(guess.outputTokens?.total).toBeCloseTo((guess.inputTokens?.total ?? 0) / 2, 6);
    expect(guess.calls.total).toBeCloseTo((guess.inputTokens?.total ?? 0) / 10, 6);
    expect(guess.preview).toMatchObject({ status: 'complete', conversations: 60 });
  });

  it('is exact for a source no larger than the sample', async () => {
    const { model } = createCountedModel();
    const guess = await estimate(taxTasks(9), { model, sandbox, prices });
    expect(guess.cost).toMatchObject({ total: 120, interval: { low: 120, high: 120 } });
  });

  it('draws the same tasks for the same seed, and others for another', async () => {
    const draw = async (sampleSeed: number) => {
      const { model } = createCountedModel();
      const seen: string[] = [];
      await estimate(taxTasks(200), {
        model,
        sandbox,
        sampleSize: 10,
        sampleSeed,
        onEvent: (event) => event.type === 'conversation' && seen.push(event.conversation.task.id),
      });
      return seen.toSorted();
    };
    expect(await draw(1)).toEqual(await draw(1));
    expect(await draw(2)).not.toEqual(await draw(1));
  });

  it('knows no cost without prices or usage, and says so by its absence', async () => {
    const { model } = createCountedModel();
    expect((await estimate(taxTasks(4), { model, sandbox })).cost).toBeUndefined();
    const silent = createSimulatedModel({ respond: () => '{"output": 1}' });
    const guess = await estimate(taxTasks(4), { model: silent, sandbox, prices });
    expect(guess.cost).toBeUndefined();
    expect(guess.inputTokens).toBeUndefined();
    expect(guess.calls.total).toBe(8);
  });

  it('leaves its replies in the journal, so that the run does not pay for them again', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'codeio-estimate-'));
    const journal = join(directory, 'run.jsonl');
    const { model, counter } = createCountedModel();
    await estimate(taxTasks(30), { model, sandbox, journal, sampleSize: 10 });
    const run = generateDataset(taxTasks(30), { model, sandbox, journal });
    for await (const _ of run);
    expect(counter.calls).toBe(40);
    expect((await run.result).storedConversations).toBe(10);
    await rm(directory, { recursive: true });
  });

  it('fails when nothing of the sample could be finished, and when there is nothing', async () => {
    const model = createSimulatedModel({
      respond: () => ({ text: 'Hm', finishReason: 'length' }),
    });
    await expect(estimate(taxTasks(5), { model, sandbox })).rejects.toBeInstanceOf(RunStoppedError);
    await expect(estimate([], { model, sandbox })).rejects.toThrow('source must be a source of');
  });
});
