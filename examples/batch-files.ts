/**
 * Makes a dataset through batch inference, which costs half: a file of requests goes out, a file of
 * responses comes in, and a second file asks again for those that were wrong. Each phase may be a
 * process of its own, a day later: what lies between them is in the journal.
 *
 *     npx tsx examples/batch-files.ts
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  acceptBatch,
  batchOnlyModel,
  createSandbox,
  fromBatchResponses,
  type GenerateDatasetOptions,
  generateDataset,
  planBatch,
  readFunctions,
  readJsonl,
  streamTasks,
  type Task,
  toBatchRequests,
  toCodeIO,
  writeJsonl,
} from 'codeio';
import { runBatchFile } from './support/batch-runner.js';
import { bundledLimits } from './support/bundled-limits.js';
import { chooseModel } from './support/choose-model.js';

const directory = 'output/batch-files';
await rm(directory, { recursive: true, force: true });

await using sandbox = createSandbox();
const modelId = 'your-model';
const recipe: GenerateDatasetOptions = {
  // With the real model here, calls that no batch answered are made one by one in the end.
  model: batchOnlyModel({ provider: 'your-provider', modelId }),
  sandbox,
  journal: `${directory}/journal.jsonl`,
};
const functionsDirectory = fileURLToPath(new URL('functions', import.meta.url));
const tasks = `${directory}/tasks.jsonl`;
const pairs = { sandbox, count: 1, seed: 1, limits: bundledLimits };
await writeJsonl(tasks, streamTasks(readFunctions(functionsDirectory), { pairs }));
/** The source is read anew in every phase. */
const source = (): AsyncIterable<Task> => readJsonl<Task>(tasks);

for (const turn of [1, 2]) {
  const requests = `${directory}/turn-${turn}.jsonl`;
  const responses = `${directory}/turn-${turn}-responses.jsonl`;

  const plan = planBatch(source(), recipe);
  const count = await writeJsonl(requests, toBatchRequests(plan, { modelId }));
  const { conversations, tasks: all } = await plan.result;
  console.log(
    `turn ${turn}: ${count} requests in ${requests}, ${conversations} of ${all} tasks done`,
  );

  // Here the file would go to the provider, and its answer would be fetched the next day.
  await runBatchFile(requests, responses, chooseModel().model);

  const report = await acceptBatch(fromBatchResponses(readJsonl(responses)), recipe);
  console.log(
    `        ${report.accepted} replies, ${report.failed} failed, ${report.missing} missing`,
  );
  for (const problem of report.problems) console.log('       ', JSON.stringify(problem));
}

const run = generateDataset(source(), recipe);
async function* rows() {
  for await (const conversation of run) {
    if (conversation.outcome !== 'unverifiable') yield toCodeIO(conversation);
  }
}
const count = await writeJsonl(`${directory}/codeio.jsonl`, rows());
const { outcomes, calls } = await run.result;
console.log(`${count} rows in ${directory}/codeio.jsonl`, outcomes, `${calls.replied} calls made`);
