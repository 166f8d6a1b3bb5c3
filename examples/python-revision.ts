/**
 * Builds a revision dataset from Python functions: reads those in `python-functions`, collects pairs
 * with their generators, asks a model, runs its answers in the sealed Python sandbox, and lets it try
 * again when it was wrong. Without a key a simulated model answers, which errs at first. Writes the
 * rows of CodeI/O and of CodeI/O++ and prints one conversation.
 *
 *     npx tsx examples/python-revision.ts
 *     OPENAI_API_KEY=… npx tsx examples/python-revision.ts
 */
import { fileURLToPath } from 'node:url';
import {
  buildPrompt,
  type ChatMessage,
  type Conversation,
  collectPairs,
  createTasks,
  generateDataset,
  type JsonObject,
  readFunctions,
  stringifyJson,
  type Task,
  toCodeIO,
  toJoined,
  writeJsonl,
} from 'codeio';
import { createPythonSandbox } from 'codeio/python';
import { createSimulatedModel } from 'codeio/testing';
import { chooseModel } from './support/choose-model.js';
import { formatConversation } from './support/show-conversation.js';
import { formatSummary } from './support/summary.js';

const functionsDirectory = fileURLToPath(new URL('python-functions', import.meta.url));
const directory = 'output/python-revision';

await using sandbox = createPythonSandbox();

const tasks: Task[] = [];
for await (const fn of readFunctions(functionsDirectory)) {
  const { pairs, rejected } = await collectPairs(fn, { sandbox, count: 3, seed: 1 });
  console.log(`${fn.category}: ${pairs.length} pairs, ${rejected.length} rejected`);
  tasks.push(...createTasks(fn, pairs));
}

/** Inputs with which the code fails: Python says why. */
const mistakes: readonly JsonObject[] = [
  { basket: ['apple', 'saffron'], prices: { apple: 120 }, coupon: 10 },
  { readings: [41, 37, 44], window: 0 },
  { pairs: 1, litter: 0, months: 12 },
];

/** Knows the answers, but is wrong at first where an input is wanted, and at every other output. */
function answer(messages: readonly ChatMessage[]): string {
  const index = tasks.findIndex((task) => buildPrompt(task)[0]?.content === messages[0]?.content);
  const task = tasks[index];
  if (task === undefined) return 'I do not know.';
  const { direction, pair } = task;
  const isSecond = messages.length > 1;
  if (isSecond) return `Then it is {"${direction}": ${stringifyJson(pair[direction])}}`;
  if (direction === 'output') {
    return index % 4 === 0 ? '{"output": 0}' : `{"output": ${stringifyJson(pair.output)}}`;
  }
  const names = Object.keys(pair.input);
  const mistake = mistakes.find((input) => names.every((name) => name in input));
  return `I guess {"input": ${stringifyJson(mistake ?? {})}}`;
}

const { model, description } = process.env.OPENAI_API_KEY
  ? chooseModel()
  : { model: createSimulatedModel({ respond: answer }), description: 'simulated' };
console.log(`${tasks.length} tasks, model: ${description}`);

const run = generateDataset(tasks, { model, sandbox, maxTurns: 2, order: 'source' });
const conversations: Conversation[] = [];
for await (const conversation of run) conversations.push(conversation);

const verified = conversations.filter(({ outcome }) => outcome !== 'unverifiable');
const files = {
  'codeio.jsonl': verified.map(toCodeIO),
  'codeio-plus-plus.jsonl': verified.map((conversation) => toJoined(conversation)),
};
if (verified.length > 0) console.log(`\n${formatSummary(conversations)}\n`);
for (const [name, rows] of Object.entries(files)) {
  console.log(`${await writeJsonl(`${directory}/${name}`, rows)} rows in ${directory}/${name}`);
}

const failed = conversations.filter(({ turns }) => turns[0]?.verdict.status === 'runtime-error');
console.log('\nWhat Python said of the first answers that it could not run:');
for (const { turns } of failed) console.log(`  ${turns[0]?.feedback?.replace(/.* the code /, '')}`);
const [example] = failed.filter(({ outcome }) => outcome === 'revised');
if (example !== undefined) console.log(`\n${formatConversation(example)}`);
