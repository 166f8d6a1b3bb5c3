/**
 * From one run to a dataset for several trainers: asks a model, verifies and revises as the
 * quickstart does, and writes the conversations on the way in five formats, split by function, as
 * Parquet and JSON lines, with a card for the Hugging Face Hub.
 *
 *     npx tsx examples/write-dataset.ts
 *
 * Then, in Python, `datasets.load_dataset("output/write-dataset", "chat")`.
 */
import { fileURLToPath } from 'node:url';
import { collectPairs, createSandbox, createTasks, generateDataset, readFunctions } from 'codeio';
import {
  codeIOFormat,
  joinedFormat,
  llamaFactoryShareGPTFormat,
  openAIChatFormat,
  recordFormat,
  writeDataset,
} from 'codeio/formats';
import { bundledLimits } from './support/bundled-limits.js';
import { chooseModel } from './support/choose-model.js';

const directory = 'output/write-dataset';
const functionsDirectory = fileURLToPath(new URL('functions', import.meta.url));

await using sandbox = createSandbox();
const { model, description } = chooseModel();

/** One pair of each function, asked for in both directions. */
async function* readTasks() {
  for await (const fn of readFunctions(functionsDirectory)) {
    const { pairs } = await collectPairs(fn, { sandbox, count: 1, seed: 1, limits: bundledLimits });
    yield* createTasks(fn, pairs);
  }
}

console.log(`model: ${description}`);
const run = generateDataset(readTasks(), { model, sandbox, maxTurns: 2, order: 'source' });
const { configs, facts } = await writeDataset(run, {
  directory,
  formats: {
    chat: openAIChatFormat({ train: 'correct-turns' }),
    sharegpt: llamaFactoryShareGPTFormat({ train: 'last-turn' }),
    joined: joinedFormat(),
    codeio: codeIOFormat(),
    records: recordFormat(),
  },
  splits: { test: 0.1 },
  card: {
    name: 'Everyday computations, predicted',
    description: 'What short programs return, and what they were given, worked out in words.',
    language: 'en',
    license: 'mit',
  },
});

console.log(`${facts.conversations} conversations about ${facts.functions} functions\n`);
for (const { name, format, rows, splits, withoutRows, skipped } of Object.values(configs)) {
  const sides = Object.entries(splits).map(([split, written]) => `${split} ${written.rows}`);
  const left = withoutRows + skipped.reduce((sum, { count }) => sum + count, 0);
  console.log(
    `${name.padEnd(9)} ${format.padEnd(23)} ${rows} rows (${sides.join(', ')}), ${left} left out`,
  );
}
const { output } = facts.directions;
console.log(`\nright at once: ${output.outcomes.correct} of ${output.conversations} outputs`);
console.log(`written to ${directory}: README.md and ${Object.keys(configs).length} folders`);
