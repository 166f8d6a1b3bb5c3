/**
 * Measures the library on this machine and prints a table.
 *
 *     npm run bench
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  canonicalJson,
  collectPairs,
  createInProcessSandbox,
  createSandbox,
  createTasks,
  extractAnswer,
  isEqual,
  parseJson,
  readFunction,
  readFunctions,
  type Task,
  verify,
} from 'codeio';
import { Bench } from 'tinybench';

const directory = fileURLToPath(new URL('../../examples/functions', import.meta.url));
const megabyte = 2 ** 20;

await using inProcess = await createInProcessSandbox();
await using pool = createSandbox({ workers: 2 });
const fn = await readFunction(`${directory}/crate-ferry`);
const { pairs } = await collectPairs(fn, { sandbox: inProcess, count: 10, seed: 1 });
const tasks = createTasks(fn, pairs, { directions: ['input'] });
const [task] = tasks as [Task, ...Task[]];
const reply = (task: Task): { text: string } => ({
  text: `So the crates go like this.\n\n{"input": ${canonicalJson(task.pair.input)}}`,
});
const prose = "The next crate weighs 41, so it goes to the {second} boat, which isn't full.\n";
const longReply = `${prose.repeat(60)}\`\`\`json\n{"output": [1, 2, {"a": "b"}]}\n\`\`\``;
const value = parseJson(canonicalJson({ rows: pairs.map(({ output }) => output) }));

const bench = new Bench({ time: 400, warmupTime: 100 });
bench
  .add('extractAnswer: reply of 5 kB', () => void extractAnswer(longReply, 'output'))
  .add('extractAnswer: 1 MB of {', () => void extractAnswer('{'.repeat(megabyte), 'output'))
  .add('extractAnswer: 1 MB of \\', () => void extractAnswer('\\'.repeat(megabyte), 'output'))
  .add('extractAnswer: 1 MB of {"output":', () => {
    extractAnswer('{"output":'.repeat(megabyte / 10), 'output');
  })
  .add('isEqual: object of 1 kB', () => void isEqual(value, value))
  .add('sandbox, in process: one call', async () => {
    await inProcess.run(fn, task.pair.input);
  })
  .add('sandbox, in process: call of a new program', async () => {
    await inProcess.run({ ...fn, code: `${fn.code}\n// ${Math.random()}` }, task.pair.input);
  })
  .add('sandbox, pool: round trip of one call', async () => {
    await pool.run(fn, task.pair.input);
  })
  .add('sandbox, pool of 2: 100 calls at once', async () => {
    await Promise.all(Array.from({ length: 100 }, () => pool.run(fn, task.pair.input)));
  })
  .add('verify: input prediction, in process', async () => {
    await verify(task, reply(task), { sandbox: inProcess });
  });
await bench.run();

console.log(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}\n`);
console.log(`${'what'.padEnd(46)}${'median'.padStart(12)}${'per second'.padStart(14)}`);
for (const { name, result } of bench.tasks) {
  if (!('latency' in result)) throw new Error(`${name} failed`);
  const median = result.latency.p50;
  const shown = median < 1 ? `${(1000 * median).toFixed(1)} µs` : `${median.toFixed(2)} ms`;
  console.log(`${name.padEnd(46)}${shown.padStart(12)}${(1000 / median).toFixed(0).padStart(14)}`);
}

const startedAt = performance.now();
let functions = 0;
for await (const each of readFunctions(directory)) {
  await collectPairs(each, { sandbox: pool, count: 10, seed: 1 });
  functions++;
}
const seconds = (performance.now() - startedAt) / 1000;
console.log(
  `\ncollectPairs: ${functions} functions × 10 pairs, each replayed twice: ${seconds.toFixed(1)} s, ${(functions / seconds).toFixed(1)} functions per second`,
);
