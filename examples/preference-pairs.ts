/**
 * Several samples of every task, and what can be made of them: preference pairs, rated answers,
 * the best of n, pass@k.
 *
 *     npx tsx examples/preference-pairs.ts
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildPrompt,
  type Conversation,
  createSandbox,
  generateDataset,
  readFunctions,
  streamTasks,
  type Task,
  writeJsonl,
} from 'codeio';
import {
  bestOfN,
  groupSamples,
  passAtKOf,
  toPreferencePairs,
  toRatedAnswers,
  toTrlPreference,
  toTrlUnpaired,
} from 'codeio/formats';
import { createSimulatedModel } from 'codeio/testing';
import { bundledLimits } from './support/bundled-limits.js';

const folder = 'output/preference-pairs';
const samples = 4;

await using sandbox = createSandbox();
const functions = readFunctions(fileURLToPath(new URL('functions', import.meta.url)));
const pairs = { sandbox, count: 1, seed: 1, limits: bundledLimits };
const tasks: Task[] = [];
for await (const task of streamTasks(functions, { pairs, tasks: { directions: ['output'] } })) {
  tasks.push(task);
}

// Stands in for a model: it knows every second answer at first, and hears feedback with profit.
const answers = new Map(tasks.map((task) => [buildPrompt(task).at(-1)?.content, task.pair.output]));
let asked = 0;
const model = createSimulatedModel({
  respond(messages) {
    const question = messages.find(({ content }) => answers.has(content))?.content;
    const isKnown = asked++ % 2 === 0 || messages.length > 2;
    const output = isKnown ? answers.get(question) : 'no idea';
    return `Step ${asked}: so I get {"output": ${JSON.stringify(output)}}`;
  },
});

// In the order of the source the samples of a task follow each other: few are held at a time.
const run = generateDataset(tasks, { model, sandbox, samples, order: 'source', concurrency: 1 });
const groups: (readonly Conversation[])[] = [];
for await (const group of groupSamples(run, { samples })) groups.push(group);

const preferences = groups.flatMap((group) => toPreferencePairs(group, { maxPairs: 2 }));
const rated = groups.flatMap((group) => toRatedAnswers(group));
const best = groups.flatMap((group) => bestOfN(group, { onlyRight: true }) ?? []);

console.log(`${tasks.length} tasks, ${samples} samples each`);
for (const k of [1, samples]) {
  const { rate = Number.NaN } = await passAtKOf(groups, k);
  console.log(`pass@${k} ${rate.toFixed(2)}`);
}
const files = {
  'dpo.jsonl': preferences.map(toTrlPreference),
  'kto.jsonl': rated.map(toTrlUnpaired),
  'best.jsonl': best,
};
for (const [name, rows] of Object.entries(files)) {
  const file = join(folder, name);
  console.log(`${file}: ${await writeJsonl(file, rows)} rows`);
}
const [pair] = preferences;
console.log(`\nchosen   ${pair?.chosen.slice(0, 60)}\nrejected ${pair?.rejected.slice(0, 60)}`);
