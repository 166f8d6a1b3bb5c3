import {
  type CodeFunction,
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
  type Sandbox,
  type Task,
  verify,
} from 'codeio';
import { Bench } from 'tinybench';
import { bundledLimits } from '../../examples/support/bundled-limits.js';
import { bundledFunctions } from '../support/bundled.js';
import { type Row, time } from './table.js';

const megabyte = 2 ** 20;
const prose = "The next crate weighs 41, so it goes to the {second} boat, which isn't full.\n";
const longReply = `${prose.repeat(60)}\`\`\`json\n{"output": [1, 2, {"a": "b"}]}\n\`\`\``;

/** Times what works on text, and what works on a bundled function of usual size. */
export async function measureText(): Promise<readonly Row[]> {
  await using inProcess = await createInProcessSandbox();
  await using pool = createSandbox({ workers: 2 });
  const fn = await readFunction(`${bundledFunctions}/crate-ferry`);
  const { pairs } = await collectPairs(fn, { sandbox: inProcess, count: 10, seed: 1 });
  const [task] = createTasks(fn, pairs, { directions: ['input'] }) as [Task];
  const text = `So the crates go like this.\n\n{"input": ${canonicalJson(task.pair.input)}}`;
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
    .add('crate-ferry, in process: one call', async () => {
      await inProcess.run(fn, task.pair.input);
    })
    .add('crate-ferry, in process: call of a new program', async () => {
      await inProcess.run({ ...fn, code: `${fn.code}\n// ${Math.random()}` }, task.pair.input);
    })
    .add('crate-ferry, pool: round trip of one call', async () => {
      await pool.run(fn, task.pair.input);
    })
    .add('crate-ferry, pool of 2: 100 calls at once', async () => {
      await Promise.all(Array.from({ length: 100 }, () => pool.run(fn, task.pair.input)));
    })
    .add('verify: input prediction of crate-ferry, in process', async () => {
      const verdict = await verify(task, { text }, { sandbox: inProcess });
      if (verdict.status !== 'correct') throw new Error(`verify came to ${verdict.status}`);
    });
  await bench.run();
  const rows = bench.tasks.map(({ name, result }): Row => {
    if (!('latency' in result)) throw new Error(`${name} failed`);
    return { what: name, figure: time(1000 * result.latency.p50) };
  });
  return [...rows, await measureCollecting(pool)];
}

async function measureCollecting(sandbox: Sandbox): Promise<Row> {
  const functions: CodeFunction[] = [];
  for await (const fn of readFunctions(bundledFunctions)) functions.push(fn);
  const startedAt = performance.now();
  let pairs = 0;
  for (const fn of functions) {
    const collected = await collectPairs(fn, {
      sandbox,
      count: 10,
      seed: 1,
      limits: bundledLimits,
    });
    pairs += collected.pairs.length;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  if (pairs !== 10 * functions.length) throw new Error(`${pairs} pairs were collected`);
  const what = `collectPairs: ${functions.length} functions × 10 pairs, each replayed twice`;
  return { what, figure: `${(functions.length / seconds).toFixed(0)} functions/s` };
}
