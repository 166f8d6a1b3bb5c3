/** Holds one session of a very long run; started by `run-memory.ts`, prints JSON. */
import { createSandbox, generateDataset } from 'codeio';
import { createSimulatedModel } from 'codeio/testing';
import { syntheticTasks } from '../support/synthetic-tasks.js';
import { createRunCheck } from './run-check.js';
import { type RunMemoryUse, type RunSession, tasksPerLook } from './run-memory.js';
import { simulatedReply } from './simulated-reply.js';

const session = JSON.parse(process.argv[2] as string) as RunSession;
const { journal, tasks, stored, yieldStored } = session;
const looks: number[] = [];
let calls = 0;
let firstCallAt = Number.POSITIVE_INFINITY;
let done = 0;
await using sandbox = createSandbox({ workers: 1 });
const model = createSimulatedModel({
  respond(messages) {
    if (calls++ === 0) firstCallAt = performance.now();
    return simulatedReply(messages);
  },
});

const startedAt = performance.now();
const check = createRunCheck(yieldStored ? tasks : tasks - stored);
const run = generateDataset(syntheticTasks(tasks), {
  model,
  sandbox,
  concurrency: 64,
  journal: { file: journal, yieldStored },
});
for await (const conversation of run) {
  check.count(conversation);
  if (++done % tasksPerLook === 0) looks.push(process.memoryUsage.rss());
}
check.end(await run.result);
const needed = 2 * (tasks - stored);
if (calls !== needed) throw new Error(`${calls} calls were made, and ${needed} were needed`);
const early = looks[0] ?? process.memoryUsage.rss();
const use: RunMemoryUse = {
  seconds: (performance.now() - startedAt) / 1000,
  firstCallSeconds: (firstCallAt - startedAt) / 1000,
  early,
  late: Math.max(...looks.slice(1), process.memoryUsage.rss()),
  peak: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(use));
