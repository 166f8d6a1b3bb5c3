/** Makes many model calls, bare or in a run; started by `run-arm.ts`, prints JSON. */
import { createOpenAI } from '@ai-sdk/openai';
import { type Conversation, createSandbox, generateDataset } from 'codeio';
import { createHttpFetch } from '../support/http-fetch.js';
import { syntheticTasks } from '../support/synthetic-tasks.js';
import { bareMessages, makeBareCalls } from './bare-calls.js';
import type { RunArm, RunUse } from './run-arm.js';
import { createRunCheck } from './run-check.js';

const arm = JSON.parse(process.argv[2] as string) as RunArm;
const warmUpTasks = 1000;
await using sandbox = createSandbox({ workers: 1 });

const work = arm.kind === 'bare' ? await prepareBare() : makeRun;
// Compiling is not what is measured.
await work(arm.warmUpURL, warmUpTasks, arm.tasks, undefined);
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
const sourceEnd = await work(arm.baseURL, arm.tasks, 0, arm.journal);
const wallMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(cpuBefore);
const use: RunUse = { wallMs, cpuMs: (user + system) / 1000, sourceEnd };
console.log(JSON.stringify(use));

function modelAt(baseURL: string) {
  // Two connections more than calls: one that is being closed is none to wait for.
  const own = arm.fetch === 'http' ? { fetch: createHttpFetch(arm.concurrency + 2) } : {};
  return createOpenAI({ baseURL, apiKey: 'none', ...own }).chat('load');
}

async function prepareBare(): Promise<typeof makeRun> {
  const prepared = new Map([
    [warmUpTasks, await bareMessages(syntheticTasks(warmUpTasks, arm.tasks), sandbox)],
    [arm.tasks, await bareMessages(syntheticTasks(arm.tasks), sandbox)],
  ]);
  return async (baseURL, tasks) => {
    await makeBareCalls(modelAt(baseURL), prepared.get(tasks) ?? [], arm.concurrency);
    return { wallMs: 0, replies: 2 * tasks };
  };
}

async function makeRun(
  baseURL: string,
  tasks: number,
  from: number,
  journal: string | undefined,
): Promise<RunUse['sourceEnd']> {
  const startedAt = performance.now();
  const check = createRunCheck(tasks);
  let replies = 0;
  let end: RunUse['sourceEnd'] | undefined;
  function* source() {
    yield* syntheticTasks(tasks, from);
    end = { wallMs: performance.now() - startedAt, replies };
  }
  const run = generateDataset(source(), {
    model: modelAt(baseURL),
    sandbox,
    concurrency: arm.concurrency,
    // One call in sixteen thousand would meet four server errors in a row.
    maxAttempts: 10,
    journal,
    onEvent: (event) => {
      if (event.type === 'call' && event.call.type === 'replied') replies++;
    },
  });
  for await (const conversation of run) check.count(conversation satisfies Conversation);
  check.end(await run.result);
  return end ?? { wallMs: 0, replies: 0 };
}
