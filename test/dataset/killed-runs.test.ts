import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writeJsonl } from '../../src/index.js';
import { createRandom } from '../../src/values/random.js';
import { type ServedReply, startOpenAIServer } from '../support/openai-server.js';
import { projectRoot } from '../support/run-command.js';
import { isSlowRun } from '../support/slow-run.js';
import { readJournalLines } from './support/journal-lines.js';
import { readQuestion, taxReply, taxTasks } from './support/tax-run.js';

const kills = isSlowRun ? 50 : 3;
const taskCount = isSlowRun ? 1500 : 120;

/** A session as a user would write it; it prints the id of each conversation once it has it. */
const script = `
  import { createOpenAI } from '@ai-sdk/openai';
  import { createInProcessSandbox, generateDataset, readJsonl } from 'codeio';
  const { BASE_URL: baseURL, JOURNAL: journal, TASKS: tasks } = process.env;
  const model = createOpenAI({ apiKey: 'unused', baseURL }).chat('test-model');
  const sandbox = await createInProcessSandbox();
  const run = generateDataset(readJsonl(tasks), {
    model, sandbox, journal, concurrency: 12, timeoutMs: 2000, maxAttempts: 12,
  });
  for await (const { task } of run) process.stdout.write(task.id + '\\n');
`;

/** One reply in five is trouble of some kind. */
function faulty(random: () => number, reply: ServedReply): ServedReply {
  const draw = random();
  if (draw < 0.08) return { status: 429, headers: { 'retry-after-ms': '5' } };
  if (draw < 0.15) return { status: 500, headers: { 'retry-after-ms': '5' } };
  if (draw < 0.18) return 'cut-off';
  if (draw < 0.181) return 'hang';
  return reply;
}

interface Session {
  readonly acknowledged: ReadonlySet<string>;
  readonly exitCode: number | null;
  readonly stderr: string;
}

function runSession(env: Record<string, string>, killAfterMs: number): Promise<Session> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    // From the first conversation on, so that no session is killed while it loads.
    if (killAfterMs < Number.POSITIVE_INFINITY) {
      setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
    }
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      const acknowledged = new Set(stdout.split('\n').slice(0, -1));
      resolve({ acknowledged, exitCode, stderr });
    });
  });
}

describe('a run that is killed again and again, with a server that fails', () => {
  it(`has every task once, and asks for nothing that it had, after ${kills} kills`, {
    timeout: 300_000,
  }, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'codeio-killed-'));
    const random = createRandom(2026);
    /** What must not be asked for any more: `net/turn` of the replies in the journal. */
    let answered = new Set<string>();
    const askedAgain: string[] = [];
    await using server = await startOpenAIServer((messages) => {
      const question = readQuestion(messages);
      const name = `${question.net}/${question.turn}`;
      if (answered.has(name)) askedAgain.push(name);
      return faulty(random, taxReply(question));
    });
    const tasks = taxTasks(taskCount);
    const nets = new Map(tasks.map(({ id, pair }) => [id, pair.input.net]));
    const tasksFile = join(directory, 'tasks.jsonl');
    await writeJsonl(tasksFile, tasks);
    const journal = join(directory, 'journal.jsonl');
    const env = { BASE_URL: server.baseURL, JOURNAL: journal, TASKS: tasksFile };

    const acknowledged = new Set<string>();
    let last: Session | undefined;
    for (let round = 0; round <= kills; round++) {
      const isLast = round === kills;
      last = await runSession(env, isLast ? Number.POSITIVE_INFINITY : random() * 250);
      for (const id of last.acknowledged) acknowledged.add(id);
      // What the killed process had sent may still arrive.
      await sleep(30);
      const lines = await readJournalLines(journal);
      const finished = lines.filter(({ step }) => step.startsWith('conversation/'));
      const kept = new Set(finished.map(({ key }) => key));
      for (const id of acknowledged) expect(kept).toContain(`${id}#0`);
      answered = new Set(
        lines
          .filter(({ step }) => step === 'prediction')
          .map(({ key, data }) => `${nets.get(key.slice(0, -2))}/${data.turn}`),
      );
    }

    expect(last).toMatchObject({ exitCode: 0, stderr: '' });
    expect(last?.acknowledged.size).toBe(taskCount);
    expect(askedAgain).toEqual([]);
    const lines = await readJournalLines(journal);
    const finished = lines.filter(({ step }) => step.startsWith('conversation/'));
    expect(finished.map(({ key }) => key).toSorted()).toEqual(
      tasks.map(({ id }) => `${id}#0`).toSorted(),
    );
    expect(lines.filter(({ step }) => step === 'failure')).toEqual([]);
    await rm(directory, { recursive: true });
  });
});
