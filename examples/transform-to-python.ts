/**
 * Turns raw source files into Python functions, whatever language the files are in: a model rewrites
 * each file, the library reads the answer, runs it in the sealed Python sandbox, gives back what is
 * wrong, and keeps what holds.
 *
 *     npx tsx examples/transform-to-python.ts
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createTasks,
  defaultPythonTransformTemplate,
  stringifyJson,
  type Transformation,
  type TransformTemplate,
  transformCode,
  writeJsonl,
} from 'codeio';
import { createPythonSandbox } from 'codeio/python';
import { chooseModel } from './support/choose-model.js';

const directory = fileURLToPath(new URL('raw-code', import.meta.url));
const outputDirectory = 'output/transform-to-python';

/** A request that says little: what is not told beforehand comes back as a problem. */
const briefTemplate: TransformTemplate = {
  ...defaultPythonTransformTemplate,
  request: `Rewrite the computation in {{file}} as one pure {{languageName}} function. Add a generator of random inputs with a function {{generator}}(), a description of the input and the output, a JSON Schema of the input, and a question that can be asked about the function.

{{answer}}

{{raw}}`,
};

await using sandbox = createPythonSandbox();
const { model, description } = chooseModel();
console.log(`Model: ${description}\n`);

async function transform(name: string, template?: TransformTemplate): Promise<Transformation> {
  const file = {
    name,
    text: await readFile(join(directory, name), 'utf8'),
    source: { origin: `examples/raw-code/${name}`, license: 'MIT' },
  };
  const result = await transformCode(file, {
    ...{ model, sandbox, template, language: 'python' },
    // Any model can write sections. Left out, structured output is asked for first.
    form: 'sections',
  });
  const { length } = result.attempts;
  const outcome =
    result.status === 'accepted'
      ? `${result.function.entrypoint}, ${result.pairs.length} pairs`
      : `rejected: ${result.problems[0]?.kind}`;
  console.log(`${name.padEnd(22)} ${length} answer${length === 1 ? ' ' : 's'}  ${outcome}`);
  for (const { problems } of result.attempts.slice(0, -1)) {
    for (const { message } of problems) console.log(`  - ${message.split('\n')[0]}`);
  }
  return result;
}

const results = [
  await transform('bracelets.py'),
  await transform('ferry_overflow_mc.py'),
  await transform('invoice_aging.js'),
  await transform('shift_hours.sh'),
  await transform('server.js'),
  await transform('recipe_scale.rb', briefTemplate),
];
const accepted = results.filter((result) => result.status === 'accepted');
const tasks = accepted.flatMap((result) =>
  createTasks(result.function, result.pairs, { pairsPerFunction: 3 }),
);
await writeJsonl(join(outputDirectory, 'functions.jsonl'), accepted);
await writeJsonl(join(outputDirectory, 'tasks.jsonl'), tasks);
console.log(`\n${accepted.length} functions and ${tasks.length} tasks in ${outputDirectory}`);

const [first] = accepted;
const [pair] = first?.pairs ?? [];
if (first !== undefined && pair !== undefined) {
  console.log(`\nOne of the functions:\n\n${first.function.code}`);
  console.log(`input:  ${stringifyJson(pair.input)}\noutput: ${stringifyJson(pair.output)}`);
}
