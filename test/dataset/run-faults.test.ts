import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSandbox, generateDataset, type RunSummary, readFailures } from '../../src/index.js';
import { createRandom } from '../../src/values/random.js';
import { type ServedReply, startOpenAIServer } from '../support/openai-server.js';
import { readJournalLines } from './support/journal-lines.js';
import { chatModel, readQuestion, taxReply, taxTasks } from './support/tax-run.js';

/** Trouble of every kind, much of it for good. */
function faulty(random: () => number, reply: ServedReply): ServedReply {
  const draw = random();
  const again = { 'retry-after-ms': '1' };
  if (draw < 0.1) return { status: 429, headers: again };
  if (draw < 0.2) return { status: 503, headers: again };
  if (draw < 0.25) return { status: 400 };
  if (draw < 0.3) return { text: 'Well', finishReason: 'length' };
  if (draw < 0.33) return { text: 'No.', finishReason: 'content_filter' };
  if (draw < 0.36) return { text: ' ' };
  return reply;
}

const sum = (counts: object): number =>
  Object.values(counts as Record<string, number>).reduce((total, count) => total + count, 0);

describe('the counts of a run with a server that fails', () => {
  it('add up, agree with the journal, and leave nothing out', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'codeio-faults-'));
    const journal = join(directory, 'run.jsonl');
    const random = createRandom(7);
    await using sandbox = createSandbox({ workers: 1 });
    await using server = await startOpenAIServer((messages) =>
      faulty(random, taxReply(readQuestion(messages))),
    );
    const tasks = taxTasks(120);
    const session = async (stopAfter: number): Promise<RunSummary> => {
      const stop = new AbortController();
      const run = generateDataset(tasks, {
        model: chatModel(server),
        sandbox,
        journal: { file: journal, retryFailures: true },
        maxAttempts: 2,
        concurrency: 6,
        signal: stop.signal,
        stopOnErrors: false,
      });
      let yielded = 0;
      try {
        for await (const _ of run) if (++yielded === stopAfter) stop.abort();
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      }
      const result = await run.result;
      expect(yielded).toBe(result.conversations);
      expect(result.tasks).toBe(result.conversations + result.failures + result.pending);
      expect(sum(result.outcomes)).toBe(result.conversations);
      expect(sum(result.failureReasons)).toBe(result.failures);
      const bySide = sum(result.directions.output) + sum(result.directions.input);
      expect(bySide).toBe(result.conversations);
      return result;
    };

    const stopped = await session(25);
    expect(stopped.status).toBe('stopped');
    expect(stopped.pending).toBeGreaterThan(0);
    const first = await session(Number.POSITIVE_INFINITY);
    expect(first).toMatchObject({ status: 'complete', tasks: 120, pending: 0 });
    expect(first.failures).toBeGreaterThan(5);
    expect(Object.keys(first.failureReasons).toSorted()).toEqual([
      'empty-response',
      'finish-reason',
      'provider',
    ]);

    const lines = await readJournalLines(journal);
    const finished = new Set(
      lines.filter(({ step }) => step.startsWith('conversation/')).map(({ key }) => key),
    );
    expect(finished.size).toBe(first.conversations);
    const failures = await readFailures(journal);
    expect(failures.length).toBe(first.failures);
    const all = new Set([
      ...finished,
      ...failures.map(({ taskId, sample }) => `${taskId}#${sample}`),
    ]);
    expect(all.size).toBe(120);

    for (let round = 0; round < 6; round++) await session(Number.POSITIVE_INFINITY);
    const last = await session(Number.POSITIVE_INFINITY);
    expect(last.conversations).toBeGreaterThan(first.conversations);
    await rm(directory, { recursive: true });
  });
});
