import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wrapLanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import {
  type Budget,
  BudgetExceededError,
  cacheResponses,
  createBudget,
  type ModelCallEvent,
  predict,
  revise,
  transformCode,
} from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { chatModel } from '../dataset/support/tax-run.js';
import { taxTask } from '../support/fixtures.js';
import { type ServedReply, startOpenAIServer } from '../support/openai-server.js';

const task = taxTask('output');
const right: ServedReply = { text: '{"output": {"gross": 107, "rate": 7}}' };

/** Notes what becomes of each reservation. */
function createNotes(): { readonly notes: unknown[]; readonly budget: Budget } {
  const notes: unknown[] = [];
  const budget: Budget = {
    limit: 1,
    spent: 0,
    reserved: 0,
    async reserve({ messages, maxOutputTokens }) {
      notes.push(['reserve', messages.length, maxOutputTokens]);
      return {
        settle: (usage) => notes.push(['settle', usage?.outputTokens]),
        release: () => notes.push(['release']),
      };
    },
  };
  return { notes, budget };
}

async function notesOf(replies: readonly ServedReply[], options = {}): Promise<unknown[]> {
  await using server = await startOpenAIServer(
    (_, number) => replies[number - 1] ?? { status: 400 },
  );
  const { notes, budget } = createNotes();
  await predict(task, {
    model: chatModel(server),
    budget,
    maxOutputTokens: 50,
    ...options,
  }).catch(() => {});
  return notes.filter((note) => (note as unknown[])[0] !== 'reserve');
}

describe('money that was set aside for a call', () => {
  it('is settled with what the reply used, also when that was cut off or empty', async () => {
    expect(await notesOf([right])).toEqual([['settle', 7]]);
    expect(await notesOf([{ text: 'Hm', finishReason: 'length' }])).toEqual([['settle', 7]]);
    expect(await notesOf([{ text: '' }])).toEqual([['settle', 7]]);
  });

  it('is given back when the provider answers with an error', async () => {
    const again = { status: 500, headers: { 'retry-after-ms': '1' } };
    expect(await notesOf([again, right])).toEqual([['release'], ['settle', 7]]);
    expect(await notesOf([{ status: 400 }])).toEqual([['release']]);
  });

  it('is given back when there is nobody to ask', async () => {
    const server = await startOpenAIServer(() => right);
    await server[Symbol.asyncDispose]();
    const { notes, budget } = createNotes();
    const options = { model: chatModel(server), budget, maxAttempts: 1 };
    await expect(predict(task, options)).rejects.toMatchObject({ reason: 'provider' });
    expect(notes.at(-1)).toEqual(['release']);
  });

  it('counts as spent when nobody knows whether the call was billed', async () => {
    const settled = ['settle', undefined];
    expect(await notesOf(['hang'], { timeoutMs: 50, maxAttempts: 1 })).toEqual([settled]);
    expect(await notesOf(['cut-off'], { maxAttempts: 1 })).toEqual([settled]);
  });

  it('is given back for a reply from the cache, which is told apart', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'codeio-free-'));
    await using server = await startOpenAIServer(() => right);
    const middleware = cacheResponses({ directory });
    const model = wrapLanguageModel({ model: chatModel(server), middleware });
    const { notes, budget } = createNotes();
    const calls: ModelCallEvent[] = [];
    const options = { model, budget, onCall: (call: ModelCallEvent) => calls.push(call) };
    const first = await predict(task, options);
    expect(await predict(task, options)).toEqual(first);
    expect(notes.slice(1)).toEqual([['settle', 7], ['reserve', 1, undefined], ['release']]);
    expect(calls.map((call) => call.type === 'replied' && call.isCached)).toEqual([false, true]);
    await rm(directory, { recursive: true });
  });

  it('that does not suffice ends the call with an error of its own', async () => {
    await using server = await startOpenAIServer(() => right);
    const prices = { inputPerMillion: 1, outputPerMillion: 1 };
    const budget = createBudget({ limit: 1e-9, prices });
    const options = { model: chatModel(server), budget };
    await expect(predict(task, options)).rejects.toBeInstanceOf(BudgetExceededError);
    const sandbox = createStubSandbox(() => ({ status: 'lost' }));
    await expect(revise(task, { ...options, sandbox })).rejects.toBeInstanceOf(BudgetExceededError);
    await expect(transformCode('x = 1', { ...options, sandbox })).rejects.toBeInstanceOf(
      BudgetExceededError,
    );
    expect(server.requests.length).toBe(0);
  });
});
