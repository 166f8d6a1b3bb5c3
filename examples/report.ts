/**
 * Writes rows for two trainers and a page to look at: how well the model did, what feedback changed,
 * what is hard, what the validators found in the rows, and a browser for the conversations.
 *
 *     npx tsx examples/report.ts
 */
import { fileURLToPath } from 'node:url';
import { type Conversation, createSandbox, generateDataset, readFunctions } from 'codeio';
import { openAIChatFormat, trlPromptCompletionFormat, writeDataset } from 'codeio/formats';
import { writeReport } from 'codeio/report';
import { bundledLimits } from './support/bundled-limits.js';
import { chooseModel } from './support/choose-model.js';

await using sandbox = createSandbox();
const functions = fileURLToPath(new URL('functions', import.meta.url));
const run = generateDataset(readFunctions(functions), {
  model: chooseModel().model,
  sandbox,
  pairs: { count: 1, seed: 1, limits: bundledLimits },
  concurrency: 8,
  order: 'source',
});
const conversations: Conversation[] = [];
for await (const conversation of run) conversations.push(conversation);

const dataset = await writeDataset(conversations, {
  directory: 'output/report/dataset',
  formats: { openai: openAIChatFormat(), trl: trlPromptCompletionFormat() },
  card: false,
  overwrite: true,
  allowFindings: true, // the page shows them
});

const { file, bytes, browsable } = await writeReport(conversations, {
  file: 'output/report/report.html',
  title: 'Bundled functions, one pair each',
  summary: await run.result,
  dataset,
});
console.log(`${conversations.length} conversations, ${browsable} of them to browse`);
console.log(`${file} (${Math.round(bytes / 1000)} kB): open it in a browser`);
