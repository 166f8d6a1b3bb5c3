/**
 * Turns raw source files of many languages into functions: a model rewrites each file, the library
 * tries the result out, gives back what is wrong, and keeps what holds. Then the functions become
 * tasks like any others.
 *
 *     npx tsx examples/raw-to-functions.ts
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildPrompt,
  createSandbox,
  createTasks,
  defaultTransformTemplate,
  type RawCode,
  type Transformation,
  type TransformTemplate,
  transformCode,
  writeJsonl,
} from 'codeio';
import pMap from 'p-map';
import { chooseModel } from './support/choose-model.js';
import { startProgress } from './support/progress.js';
import { terseTemplate } from './support/terse-template.js';

const directory = fileURLToPath(new URL('raw-code', import.meta.url));
const outputDirectory = 'output/raw-to-functions';

await using sandbox = createSandbox();
const { model, description } = chooseModel();

async function transformAll(
  label: string,
  files: readonly RawCode[],
  template: TransformTemplate,
): Promise<readonly Transformation[]> {
  const progress = startProgress(label, files.length);
  let accepted = 0;
  const results = await pMap(
    files,
    async (file): Promise<Transformation> => {
      const result = await transformCode(file, {
        model,
        sandbox,
        template,
        // Files in typed languages become TypeScript here, all others JavaScript.
        language: /\.(?:ts|java)$/.test(file.name ?? '') ? 'typescript' : 'javascript',
        // Any model can write sections. Left out, structured output is asked for first.
        form: 'sections',
      });
      if (result.status === 'accepted') accepted++;
      progress.tick(`${accepted} accepted`);
      return result;
    },
    { concurrency: 8 },
  );
  progress.stop();
  for (const [index, result] of results.entries()) {
    const outcome =
      result.status === 'accepted'
        ? `${result.function.entrypoint}, ${result.pairs.length} pairs`
        : `rejected: ${result.problems[0]?.kind}`;
    const answers =
      result.attempts.length === 1 ? '1 answer ' : `${result.attempts.length} answers`;
    console.log(`  ${files[index]?.name?.padEnd(22)} ${answers}  ${outcome}`);
  }
  return results;
}

const names = (await readdir(directory)).filter((name) => name !== 'README.md').sort();
const files: RawCode[] = await Promise.all(
  names.map(async (name) => ({
    name,
    text: await readFile(join(directory, name), 'utf8'),
    source: { origin: `examples/raw-code/${name}`, license: 'MIT' },
  })),
);
console.log(`${files.length} raw files, model: ${description}`);
const results = await transformAll('transform', files, defaultTransformTemplate);

const some = new Set([
  ...['BookletImposer.java', 'final_v3_FINAL.py', 'main.go'],
  ...['old_tide_calc.py', 'plough.c', 'recipe_scale.rb', 'script2.js'],
]);
console.log(`\n${some.size} of them again, with a request that says little:`);
const others = await transformAll(
  'transform',
  files.filter(({ name = '' }) => some.has(name)),
  terseTemplate,
);

console.log('\nWhat was wrong with first answers, and went back to the model:');
for (const { attempts } of [...results, ...others]) {
  const message = attempts.length > 1 ? attempts[0]?.problems[0]?.message : undefined;
  if (message !== undefined) console.log(`  - ${shorten(message)}`);
}
console.log('\nWhat the last answers to the rejected files say or lack:');
for (const result of [...results, ...others]) {
  if (result.status === 'rejected')
    console.log(`  - ${shorten(result.problems[0]?.message ?? '')}`);
}

const functions = results.flatMap((result) => (result.status === 'accepted' ? [result] : []));
const tasks = functions.flatMap((result) =>
  createTasks(result.function, result.pairs, { pairsPerFunction: 3 }),
);
const rejected = results.filter(({ status }) => status === 'rejected');
await writeJsonl(join(outputDirectory, 'functions.jsonl'), functions);
await writeJsonl(join(outputDirectory, 'rejected.jsonl'), rejected);
await writeJsonl(join(outputDirectory, 'tasks.jsonl'), tasks);
console.log(`\n${functions.length} functions and ${tasks.length} tasks in ${outputDirectory}`);

const [task] = tasks;
if (task !== undefined) console.log(`\nOne of the tasks:\n\n${buildPrompt(task)[0]?.content}`);

function shorten(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
