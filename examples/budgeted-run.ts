/**
 * Estimates what a dataset will cost, then makes as much of it as a budget allows.
 *
 *     npx tsx examples/budgeted-run.ts
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  createReporter,
  createSandbox,
  estimate,
  type GenerateDatasetOptions,
  generateDataset,
  type ModelPrices,
  readFunctions,
  streamTasks,
  type Task,
} from 'codeio';
import { createSimulatedModel } from 'codeio/testing';
import { bundledLimits } from './support/bundled-limits.js';

const journal = 'output/budgeted-run/journal.jsonl';
await rm(journal, { force: true });

// What your provider charges, for a million tokens. Prices change, so none are built in.
const prices: ModelPrices = {
  inputPerMillion: 0.25,
  cachedInputPerMillion: 0.025,
  outputPerMillion: 2,
};

// Stands for a model: it gives up often, and uses tokens as a model that thinks would.
const model = createSimulatedModel({
  respond(messages) {
    const prompt = messages.map(({ content }) => content).join('\n');
    return {
      text: `After some thought: {"output": ${prompt.length % 7}}`,
      usage: {
        inputTokens: Math.ceil(prompt.length / 4),
        cachedInputTokens: 0,
        outputTokens: 300 + (prompt.length % 900),
      },
    };
  },
});

await using sandbox = createSandbox();
const recipe: GenerateDatasetOptions = {
  model,
  sandbox,
  maxOutputTokens: 2000,
  prices,
  // Shared by estimate and run: the replies of the estimate are not paid for again.
  journal,
};
const source: Task[] = [];
const functions = readFunctions(fileURLToPath(new URL('functions', import.meta.url)));
const pairs = { sandbox, count: 5, limits: bundledLimits };
for await (const task of streamTasks(functions, { pairs, tasks: { directions: ['output'] } })) {
  source.push(task);
}
const show = (amount: number): string => `$${amount.toFixed(3)}`;

const { tasks, sampled, cost, outputTokens } = await estimate(source, {
  ...recipe,
  sampleSize: 40,
});
console.log(`${tasks} tasks, estimated from ${sampled} of them:`);
if (cost?.total !== undefined && cost.interval !== undefined) {
  const { low, high } = cost.interval;
  console.log(`  cost ${show(cost.total)}, between ${show(low)} and ${show(high)} (95 %)`);
}
if (outputTokens?.total !== undefined) {
  console.log(`  ${Math.round(outputTokens.total).toLocaleString('en')} output tokens`);
}

const run = generateDataset(source, {
  ...recipe,
  budget: 0.5,
  onEvent: createReporter({ stream: process.stdout }),
});
for await (const _conversation of run) {
  // Every conversation is in the journal; write them where you like.
}
const result = await run.result;
console.log(`${result.status} by ${result.stoppedBy}: ${result.conversations} conversations`);
console.log(`spent ${show(result.cost?.amount ?? Number.NaN)} of ${show(0.5)}`);
console.log(`${result.storedConversations} of them had been made and paid for by the estimate`);
