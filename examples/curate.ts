/**
 * Which of many functions are worth keeping: marks duplicates and what a benchmark has already,
 * splits by function, and keeps the tasks that are neither too easy nor too hard for a model. The
 * steps stream: each takes what the one before it lets through, one item at a time.
 *
 *     npx tsx examples/curate.ts
 */
import { fileURLToPath } from 'node:url';
import {
  type CodeFunction,
  collectPairs,
  createSandbox,
  createTasks,
  decontaminate,
  deduplicate,
  estimateDifficulty,
  isInBand,
  readFunctions,
  type Split,
  splitByFunction,
} from 'codeio';
import { createSimulatedModel } from 'codeio/testing';
import { bundledLimits } from './support/bundled-limits.js';

const directory = fileURLToPath(new URL('functions', import.meta.url));

/** The bundled functions, followed by copies of two of them as they turn up in scraped code. */
async function* readAll(): AsyncGenerator<CodeFunction> {
  const seen: CodeFunction[] = [];
  for await (const fn of readFunctions(directory)) {
    seen.push(fn);
    yield fn;
  }
  const [first, second] = seen as [CodeFunction, CodeFunction];
  const renamed = first.code.replaceAll('beads', 'counters').replaceAll('program', 'lines');
  yield { ...first, id: 'renamed-copy', code: `// Found somewhere else.\n${renamed}` };
  yield { ...second, id: 'changed-copy', code: `const unused = 1;\n${second.code}` };
}

const deduplication = deduplicate(readAll());

async function* unique(): AsyncGenerator<CodeFunction> {
  for await (const { item, duplicate } of deduplication) {
    if (duplicate === undefined) yield item;
  }
}

// A benchmark that, as it happens, tells one of our stories in its own typesetting.
const benchmark = [
  {
    id: 'puzzles/17',
    text: 'PUZZLE 17: "A monk moves beads on the three rods of an abacus, by following numbered orders — from the first…" What do the rods hold?',
  },
];

async function* clean(): AsyncGenerator<CodeFunction> {
  for await (const { item, matches } of decontaminate(unique(), benchmark)) {
    for (const { benchmark: id, field, words, text } of matches) {
      console.log(`${item.entrypoint}: its ${field} shares ${words} words with ${id}: “${text}”`);
    }
    if (matches.length === 0) yield item;
  }
}

const splits: Record<Split, CodeFunction[]> = { train: [], validation: [], test: [] };
for await (const { item, split } of splitByFunction(clean(), { test: 0.1, seed: 1 })) {
  splits[split].push(item);
}
for (const { kept, duplicates } of deduplication.clusters()) {
  for (const { id, kind, similarity } of duplicates) {
    console.log(
      `${id}: ${kind} duplicate of ${kept.slice(0, 8)}, ${similarity.toFixed(2)} similar`,
    );
  }
}
console.log(`train ${splits.train.length}, test ${splits.test.length}`);

// Stands in for a model here: it knows the answer to a task more or less often.
const skills = [0, 0.3, 0.7, 1];
await using sandbox = createSandbox();
console.log('\nsolve rates with their 95 % intervals, and what is kept:');
for (const [index, fn] of splits.train.slice(0, skills.length).entries()) {
  const options = { sandbox, count: 1, seed: 1, limits: bundledLimits };
  const { pairs } = await collectPairs(fn, options);
  const [task] = createTasks(fn, pairs, { directions: ['output'] });
  if (task === undefined) throw new Error(`${fn.entrypoint} gave no pair`);
  let asked = 0;
  const model = createSimulatedModel({
    respond: () => {
      const isKnown = asked++ < 8 * (skills[index] ?? 0);
      return JSON.stringify({ output: isKnown ? task.pair.output : 'no idea' });
    },
  });
  const difficulty = await estimateDifficulty(task, { model, sandbox, samples: 8 });
  const { solved, judged, interval } = difficulty;
  const range = `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`;
  const fate = isInBand(difficulty) ? 'kept' : 'dropped';
  console.log(`  ${fn.entrypoint.padEnd(16)} solved ${solved} of ${judged}  ${range}  ${fate}`);
}
