/**
 * Runs generated programs in the pool and in process, and compares what they come to.
 *
 *     npm run fuzz -- [--seconds 30] [--seed 1]
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { createInProcessSandbox, createSandbox, type Outcome, type Program } from 'codeio';
import { createDraw, generateProgram } from './generate-program.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const firstSeed = Number(values.seed);
const deadline = Date.now() + Number(values.seconds) * 1000;
const goodEvery = 10;

// A step can be long when every operation calls a slow built-in.
const limits = { maxSteps: 20, memoryLimitBytes: 32 * 1024 * 1024 };
await using pool = createSandbox({ ...limits, workers: 1, wallClockMs: 2000 });
await using inProcess = await createInProcessSandbox(limits);

const good: Program = {
  language: 'javascript',
  code: 'export const main = ({ n }) => ({ squares: Array.from({ length: n }, (_, i) => i * i), random: Math.random() });',
  entrypoint: 'main',
};
const goodOutcome = await inProcess.run(good, { n: 4 });
const isRight =
  goodOutcome.status === 'returned' &&
  isDeepStrictEqual((goodOutcome.value as { squares: number[] }).squares, [0, 1, 4, 9]);
if (!isRight) throw new Error(`the good call fails by itself: ${JSON.stringify(goodOutcome)}`);

function fail(seed: number, code: string, what: string, ...outcomes: readonly unknown[]): never {
  console.log(`seed ${seed}: ${what}`);
  for (const outcome of outcomes) console.log(`  ${JSON.stringify(outcome).slice(0, 1000)}`);
  console.log(`${code}\nfuzz --seed ${seed} starts with this program`);
  process.exit(1);
}

async function runBoth(seed: number, code: string): Promise<Outcome> {
  const program: Program = { language: 'javascript', code, entrypoint: 'main' };
  const input = { n: 3, list: ['x', null, { deep: [1.5] }] };
  let inPool: Outcome | undefined;
  try {
    inPool = await pool.run(program, input);
    // What hangs in a built-in would hang this very process.
    if (inPool.status === 'lost') return inPool;
    const here = await inProcess.run(program, input);
    // The main thread has less stack than the pool's, and nested calls in the engine use it up.
    if (here.status === 'lost') return here;
    if (!isDeepStrictEqual(inPool, here)) fail(seed, code, 'the outcomes differ', inPool, here);
    return here;
  } catch (error) {
    return fail(seed, code, `run rejects with ${String(error)}`, inPool);
  }
}

const counts = new Map<string, number>();
let programs = 0;
for (let seed = firstSeed; Date.now() < deadline; seed++) {
  const code = generateProgram(createDraw(seed));
  const { status } = await runBoth(seed, code);
  counts.set(status, (counts.get(status) ?? 0) + 1);
  programs++;
  if (programs % goodEvery !== 0 && status !== 'lost') continue;
  for (const sandbox of [pool, inProcess]) {
    const outcome = await sandbox.run(good, { n: 4 });
    if (!isDeepStrictEqual(outcome, goodOutcome)) {
      fail(seed, code, 'a good call after it comes out wrong', outcome, goodOutcome);
    }
  }
}
const summary = [...counts].sort().map(([status, count]) => `${count} ${status}`);
console.log(`${programs} programs from seed ${firstSeed}: ${summary.join(', ')}`);
