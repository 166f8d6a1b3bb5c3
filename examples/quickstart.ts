/**
 * Builds the bundled dataset: reads the functions beside this file, collects input/output pairs,
 * asks a model, verifies, revises, writes three files of rows and a page to look at.
 *
 *     npm start
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Conversation,
  collectPairs,
  createReporter,
  createSandbox,
  createTasks,
  generateDataset,
  readFunctions,
  type Task,
  toCodeIO,
  toJoined,
  writeJsonl,
} from 'codeio';
import { writeReport } from 'codeio/report';
import { bundledLimits } from './support/bundled-limits.js';
import { chooseModel } from './support/choose-model.js';
import { formatConversation } from './support/show-conversation.js';
import { formatSummary } from './support/summary.js';

const functionsDirectory = fileURLToPath(new URL('functions', import.meta.url));
const outputDirectory = 'output/quickstart';

/** Functions with long computations, which models often get wrong: two pairs of each, not one. */
const longComputations = new Set([
  'auditStalls',
  'closeSavings',
  'countCarousel',
  'countErrands',
  'countPurses',
  'drawLottery',
  'encipherTelegram',
  'fileHerbs',
  'followAlgae',
  'growLichen',
  'rateSeason',
  'watchFireflies',
]);

await using sandbox = createSandbox();
const { model, description } = chooseModel();

const tasks: Task[] = [];
for await (const fn of readFunctions(functionsDirectory)) {
  const count = longComputations.has(fn.entrypoint) ? 2 : 1;
  const { pairs } = await collectPairs(fn, { sandbox, count, seed: 1, limits: bundledLimits });
  tasks.push(...createTasks(fn, pairs));
}
console.log(`${tasks.length} tasks, model: ${description}`);

const run = generateDataset(tasks, {
  model,
  sandbox,
  maxTurns: 2,
  concurrency: 16,
  order: 'source',
  onEvent: createReporter({ label: 'predict, verify, revise', stream: process.stdout }),
});
const conversations: Conversation[] = [];
for await (const conversation of run) conversations.push(conversation);
const summary = await run.result;

const verified = conversations.filter(({ outcome }) => outcome !== 'unverifiable');
const files = {
  'conversations.jsonl': conversations,
  'codeio.jsonl': verified.map(toCodeIO),
  'codeio-plus-plus.jsonl': verified.map((conversation) => toJoined(conversation)),
};
if (conversations.length > 0) console.log(`\n${formatSummary(conversations)}\n`);
for (const [name, rows] of Object.entries(files)) {
  const file = join(outputDirectory, name);
  console.log(`${file.padEnd(46)} ${await writeJsonl(file, rows)} rows`);
}
if (conversations.length > 0) {
  const report = join(outputDirectory, 'report.html');
  await writeReport(conversations, { file: report, title: 'The bundled dataset', summary });
  console.log(`${report.padEnd(46)} open it in a browser`);
}

const example = conversations
  .filter(({ outcome }) => outcome === 'revised')
  .sort((a, b) => formatConversation(a).length - formatConversation(b).length)[0];
if (example !== undefined)
  console.log(`\nOne revised conversation:\n\n${formatConversation(example)}`);

if (summary.failures > 0) {
  const reasons = JSON.stringify(summary.failureReasons);
  console.error(`\n${summary.failures} tasks failed: ${reasons}`);
  console.error('Run the command again to try them; finished replies are cached and cost nothing.');
  process.exitCode = 1;
}
