/**
 * Makes a dataset with a journal. Stop it at any moment, with Ctrl-C or by pulling the plug, and run
 * it again: it goes on where it was, and asks nothing again.
 *
 *     npx tsx examples/resumable-run.ts
 *     npx tsx examples/resumable-run.ts --stop-after 40     # stops itself, as Ctrl-C would
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  createReporter,
  createSandbox,
  type GenerateDatasetOptions,
  generateDataset,
  readFailures,
  readFunctions,
  writeJsonl,
} from 'codeio';
import { bundledLimits } from './support/bundled-limits.js';
import { chooseModel } from './support/choose-model.js';

const { values } = parseArgs({ options: { 'stop-after': { type: 'string' } } });
const stopAfter = Number(values['stop-after'] ?? Number.POSITIVE_INFINITY);

const journal = 'output/resumable-run/journal.jsonl';
const dataset = 'output/resumable-run/conversations.jsonl';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('stopped by Ctrl-C')));

await using sandbox = createSandbox();
const options: GenerateDatasetOptions = {
  model: chooseModel().model,
  sandbox,
  pairs: { count: 1, seed: 1, limits: bundledLimits },
  journal: { file: journal, retryFailures: true },
  concurrency: 8,
  signal: stop.signal,
  onEvent: createReporter({ stream: process.stdout }),
};

const functions = fileURLToPath(new URL('functions', import.meta.url));
const run = generateDataset(readFunctions(functions), options);
let seen = 0;
async function* untilStopped() {
  for await (const conversation of run) {
    if (++seen === stopAfter) stop.abort(new Error(`stopped after ${stopAfter}`));
    yield conversation;
  }
}

try {
  // The file is written when the run is complete: a stop leaves the journal, and no half dataset.
  console.log(`${await writeJsonl(dataset, untilStopped())} conversations in ${dataset}`);
} catch (error) {
  if (!stop.signal.aborted) throw error;
}

const { status, storedConversations, calls, tasks, conversations, failures } = await run.result;
console.log(
  `${storedConversations} from earlier sessions, ${calls.replied + calls.cached} calls made`,
);
console.log(`${tasks} tasks: ${conversations} conversations, ${failures} failures`);
for (const { entrypoint, reason, lastError } of await readFailures(journal)) {
  console.log(`  ${entrypoint}: ${reason}: ${lastError}`);
}
if (status === 'stopped') {
  console.log(`stopped; what is finished is in ${journal}. Run the command again to go on.`);
}
