import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Conversation,
  createSandbox,
  type GenerateDatasetOptions,
  generateDataset,
  JournalLockedError,
  JournalMismatchError,
  promptTemplates,
  type RunSummary,
  readFailures,
} from '../../src/index.js';
import { createRandom } from '../../src/values/random.js';
import {
  type OpenAIServer,
  type ServedReply,
  startOpenAIServer,
} from '../support/openai-server.js';
import { chatModel, readQuestion, taxReply, taxTasks } from './support/tax-run.js';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox[Symbol.asyncDispose]());

let directory: string;
let journal: string;
let server: OpenAIServer;
/** How the server of the present test answers; set anew by tests that need trouble. */
let answer: (question: { net: number; turn: number }) => ServedReply = taxReply;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-resume-'));
  journal = join(directory, 'run.jsonl');
  answer = taxReply;
  server = await startOpenAIServer((messages) => answer(readQuestion(messages)));
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

interface Session {
  readonly conversations: readonly Conversation[];
  readonly result: RunSummary;
  /** Requests of this session alone. */
  readonly requests: number;
}

async function session(
  options: Partial<GenerateDatasetOptions> = {},
  count = 30,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<Session> {
  const before = server.requests.length;
  const stop = new AbortController();
  const run = generateDataset(taxTasks(count), {
    model: chatModel(server),
    sandbox,
    journal,
    concurrency: 4,
    signal: stop.signal,
    ...options,
  });
  const conversations: Conversation[] = [];
  try {
    for await (const conversation of run) {
      conversations.push(conversation);
      if (conversations.length === stopAfter) stop.abort(new Error('stopped by the test'));
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
  const result = await run.result;
  return { conversations, result, requests: server.requests.length - before };
}

/** Conversations in an order of their own. */
function sorted(conversations: readonly Conversation[]): readonly Conversation[] {
  return conversations.toSorted((a, b) => (a.task.id < b.task.id ? -1 : 1));
}

describe('a run with a journal', () => {
  it('goes on where it was stopped, and yields the whole dataset', async () => {
    const first = await session({}, 30, 7);
    expect(first.result).toMatchObject({ status: 'stopped', stoppedBy: 'signal' });
    const second = await session();
    expect(second.result).toMatchObject({
      status: 'complete',
      conversations: 30,
      storedConversations: first.result.conversations,
      pending: 0,
    });
    expect(first.requests + second.requests).toBe(40);

    await rm(journal);
    const whole = await session();
    expect(sorted(second.conversations)).toEqual(sorted(whole.conversations));
  });

  it('yields a finished dataset again without any call', async () => {
    const first = await session({ seed: 5, temperature: 0.5 });
    const second = await session({ seed: 5, temperature: 0.5 });
    expect(second.requests).toBe(0);
    expect(second.conversations.length).toBe(30);
    expect(sorted(second.conversations)).toEqual(sorted(first.conversations));
    expect(second.result.calls).toMatchObject({ replied: 0, stored: 0 });
  });

  it('yields only what is new when that is wanted', async () => {
    await session({}, 12);
    const second = await session({ journal: { file: journal, yieldStored: false } }, 15);
    expect(second.conversations.length).toBe(3);
    expect(second.result).toMatchObject({
      conversations: 15,
      storedConversations: 12,
      outcomes: { correct: 10, revised: 5 },
    });
  });

  it('holds each task once and asks nothing again, wherever its file is cut off', async () => {
    const whole = await session();
    const bytes = await readFile(journal);
    const random = createRandom(1);
    for (let round = 0; round < 12; round++) {
      const cut = Math.floor(random() * bytes.length);
      await writeFile(journal, bytes.subarray(0, cut));
      const kept = bytes.subarray(0, cut).toString().split('\n').slice(0, -1);
      const replies = kept.filter((line) => line.includes('"step":"prediction"')).length;
      const resumed = await session();
      expect(resumed.requests).toBe(40 - replies);
      expect(resumed.result).toMatchObject({ tasks: 30, conversations: 30 });
      expect(sorted(resumed.conversations)).toEqual(sorted(whole.conversations));
    }
  });

  it('is refused while another one writes the same journal', async () => {
    const run = generateDataset(taxTasks(5), { model: chatModel(server), sandbox, journal });
    for await (const _ of run) {
      await expect(session()).rejects.toBeInstanceOf(JournalLockedError);
    }
    expect((await session({}, 5)).requests).toBe(0);
  });

  it('counts what earlier sessions have cost, and holds them to one budget', async () => {
    const money = {
      prices: { inputPerMillion: 0, outputPerMillion: 1_000_000 },
      budget: 100,
      maxOutputTokens: 10,
    };
    const first = await session(money, 30, 4);
    const second = await session(money);
    expect(second.result).toMatchObject({ stoppedBy: 'budget', cost: { amount: 91 } });
    expect(first.requests + second.requests).toBe(13);
    const third = await session(money);
    expect(third.requests).toBe(0);
    const richer = await session({ ...money, budget: 1000 });
    expect(richer.result).toMatchObject({ status: 'complete', cost: { amount: 280 } });
  });
});

describe('failures in the journal', () => {
  it('stay failures until they are to be tried again', async () => {
    answer = ({ net, turn }) =>
      net === 4 || (net === 6 && turn === 2) ? { status: 400 } : taxReply({ net, turn });
    const first = await session();
    expect(first.result).toMatchObject({ conversations: 28, failures: 2 });
    const rows = await readFailures(journal);
    expect(
      rows.map(({ turn, reason }) => ({ turn, reason })).toSorted((a, b) => a.turn - b.turn),
    ).toEqual([
      { turn: 1, reason: 'provider' },
      { turn: 2, reason: 'provider' },
    ]);

    answer = taxReply;
    const second = await session();
    expect(second.requests).toBe(0);
    expect(second.result).toMatchObject({ conversations: 28, failures: 2, status: 'complete' });

    const third = await session({ journal: { file: journal, retryFailures: true } });
    expect(third.requests).toBe(2);
    expect(third.result).toMatchObject({ conversations: 30, failures: 0 });
    expect(third.result.calls).toMatchObject({ replied: 2, stored: 1 });
    expect(await readFailures(journal)).toEqual([]);
  });
});

describe('a journal of other settings', () => {
  const changes: [string, Partial<GenerateDatasetOptions>, boolean][] = [
    ['sampling.temperature', { temperature: 0.2 }, false],
    ['sampling.maxOutputTokens', { maxOutputTokens: 99 }, false],
    ['template.output', { template: { ...promptTemplates.query, output: 'Say {{input}}' } }, false],
    ['providerOptions.openai.user', { providerOptions: { openai: { user: 'me' } } }, false],
    ['baseURL', { endpoint: 'http://elsewhere/v1' }, false],
    ['maxTurns', { maxTurns: 3 }, true],
    ['retryRequest', { retryRequest: 'Once more.' }, true],
    ['equality.mode', { equality: { mode: 'strict' } }, true],
    ['checkTruth', { checkTruth: false }, true],
    [
      'feedback.function',
      {
        feedback: function briefFeedback() {
          return 'No.';
        },
      },
      true,
    ],
    ['version', { version: '2' }, true],
  ];

  it.each(changes)('is refused, naming %s', async (field, change, canRejudge) => {
    await session({}, 2);
    const before = await readFile(journal, 'utf8');
    const error = await session(change, 2).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(JournalMismatchError);
    const { mismatches, message } = error as JournalMismatchError;
    expect(mismatches.map((mismatch) => mismatch.field)).toContain(field);
    expect(message).toMatch(/put them back/);
    expect((error as JournalMismatchError).canRejudge).toBe(canRejudge);
    expect(message.includes('journal.rejudge')).toBe(canRejudge);
    expect(await readFile(journal, 'utf8')).toBe(before);
  });

  it('is refused for another model and another sandbox, with both values', async () => {
    await session({}, 2);
    await expect(session({ model: chatModel(server, 'other-model') }, 2)).rejects.toThrow(
      'modelId was "test-model" and is "other-model" now',
    );
    await using small = createSandbox({ workers: 1, maxSteps: 5 });
    await expect(session({ sandbox: small }, 2)).rejects.toThrow(
      'sandbox.maxSteps was 10000 and is 5 now',
    );
  });

  it('is refused for a prompt function that writes another prompt', async () => {
    const say = (word: string) =>
      function template({ pair }: { pair: { input: unknown } }) {
        return [{ role: 'user', content: `${word} ${JSON.stringify(pair.input)}` }] as const;
      };
    answer = () => ({ text: '{"output": 1}' });
    await session({ template: say('Say') }, 2);
    await expect(session({ template: say('Tell') }, 2)).rejects.toThrow(/prompt of turn 1 of task/);
  });

  it('is taken on when only the speed differs', async () => {
    await session({}, 6);
    await using wide = createSandbox({ workers: 2, wallClockMs: 5000 });
    const speed = {
      concurrency: 9,
      timeoutMs: 5000,
      maxAttempts: 2,
      graceMs: 1,
      order: 'source',
    } as const;
    expect((await session({ ...speed, sandbox: wide }, 6)).requests).toBe(0);
  });
});

describe('judging again', () => {
  const rejudge = (): Partial<GenerateDatasetOptions> => ({
    journal: { file: journal, rejudge: true },
  });

  it('reads and compares the stored replies under the new rule, without a call', async () => {
    answer = ({ net }) => ({ text: `{"output": {"gross": ${net + 7}.0000000000001, "rate": 7}}` });
    const strict = await session({ maxTurns: 1, equality: { mode: 'strict' } });
    expect(strict.result.outcomes).toEqual({ unsolved: 30 });
    const tolerant = await session({ maxTurns: 1, ...rejudge() });
    expect(tolerant.requests).toBe(0);
    expect(tolerant.result.outcomes).toEqual({ correct: 30 });
    expect(tolerant.result.calls).toMatchObject({ replied: 0, stored: 30 });
    const again = await session({ maxTurns: 1 });
    expect(again.requests).toBe(0);
    expect(sorted(again.conversations)).toEqual(sorted(tolerant.conversations));
  });

  it('asks again only for turns that follow another feedback', async () => {
    await session();
    const second = await session({ feedback: () => 'That is wrong.', ...rejudge() });
    expect(second.requests).toBe(10);
    expect(second.result).toMatchObject({ conversations: 30, calls: { stored: 30, replied: 10 } });
    expect(
      second.conversations.flatMap(({ turns }) => turns.map(({ feedback }) => feedback)),
    ).toEqual(Array.from({ length: 40 }, () => 'That is wrong.'));
    expect((await session({ feedback: () => 'That is wrong.' })).requests).toBe(0);
  });

  it('does not help when other replies would be asked for', async () => {
    await session({}, 2);
    await expect(session({ temperature: 1, ...rejudge() }, 2)).rejects.toBeInstanceOf(
      JournalMismatchError,
    );
  });
});
