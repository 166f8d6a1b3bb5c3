import { createInProcessSandbox, createSandbox, type Program, type Sandbox } from 'codeio';
import type { Check } from './functions.js';
import { inFlight, type MakeCheck, measure, median, medianRatio, oneByOne } from './measure.js';
import { freshChecks, warmChecks } from './quickjs-baselines.js';
import { programOf, sandboxChecks } from './sandbox-checks.js';
import { atMost, type Row, time } from './table.js';

const workers = 2;
const callers = 512;

/** Compares the sandbox with the same interpreter without isolation, and with a new one per check. */
export async function measureIsolation(checks: readonly Check[]): Promise<readonly Row[]> {
  await using inProcess = await createInProcessSandbox();
  const contenders = [
    { name: 'pristine', checks: 800, run: oneByOne(sandboxChecks(inProcess)) },
    { name: 'warm', checks: 1600, run: oneByOne(await warmChecks()) },
    { name: 'fresh', checks: 40, run: oneByOne(await freshChecks()) },
  ];
  const [pristine, warm, fresh] = (await measure(contenders, checks, 41)) as Triple;
  const toWarm = medianRatio(pristine, warm);
  const toFresh = medianRatio(pristine, fresh);
  return [
    { what: 'warm context, no isolation', figure: time(median(warm)) },
    { what: 'new runtime and context per check', figure: time(median(fresh)) },
    {
      what: 'pristine, in process ÷ warm context',
      figure: time(median(pristine)),
      ratio: toWarm,
      wanted: atMost(2, toWarm),
    },
    {
      what: 'pristine, in process ÷ new runtime and context',
      figure: time(median(pristine)),
      ratio: toFresh,
      wanted: atMost(0.12, toFresh),
    },
  ];
}

/** Compares two worker threads with one thread, and times calls that come alone. */
export async function measurePool(checks: readonly Check[]): Promise<readonly Row[]> {
  await using inProcess = await createInProcessSandbox();
  await using pool = createSandbox({ workers });
  const contenders = [
    { name: 'in process', checks: 2000, run: oneByOne(sandboxChecks(inProcess)) },
    { name: 'pool', checks: 8000, run: inFlight(sandboxChecks(pool), callers) },
  ];
  const [single, stream] = (await measure(contenders, checks, 41)) as Pair;
  const ratio = medianRatio(stream, single);
  const roundTrip = median(await timeEach(sandboxChecks(pool), checks, 4000));
  return [
    {
      what: `pool of ${workers}, ${callers} callers ÷ in process`,
      figure: time(median(stream)),
      ratio,
      wanted: atMost(0.75, ratio),
    },
    {
      what: 'round trip of one call, idle pool, median',
      figure: time(roundTrip),
      wanted: atMost(150, roundTrip, ' µs'),
    },
  ];
}

/** Times what happens once per program, and what an instance costs that has to be thrown away. */
export async function measurePrograms(checks: readonly Check[]): Promise<readonly Row[]> {
  await using sandbox = await createInProcessSandbox();
  let unique = 0;
  const first: MakeCheck = async ({ fn, input }) => {
    const program = programOf(fn);
    const code = `${program.code}\n// ${unique++}`;
    const outcome = await sandbox.run({ ...program, code }, input);
    return outcome.status === 'returned' ? outcome.value : outcome;
  };
  const again = await timeEach(first, checks, 400);
  const [filling, after] = await timeDiscarding(sandbox, checks);
  return [
    { what: 'first check of a new program', figure: time(median(again)) },
    { what: 'a program that runs out of memory (64 MiB)', figure: time(median(filling)) },
    { what: 'the check after it: another instance', figure: time(median(after)) },
  ];
}

async function timeDiscarding(sandbox: Sandbox, checks: readonly Check[]): Promise<Pair> {
  const fill = 'function fill() { const all = []; for (;;) all.push(new Array(10000).fill(all)); }';
  const program: Program = { language: 'javascript', code: fill, entrypoint: 'fill' };
  const make = sandboxChecks(sandbox);
  const filling: number[] = [];
  const after: number[] = [];
  for (const check of checks.slice(0, 10)) {
    const startedAt = performance.now();
    const { status } = await sandbox.run(program, {});
    if (status !== 'out-of-memory') throw new Error(`filling the memory came to ${status}`);
    filling.push(1000 * (performance.now() - startedAt));
    after.push(...(await timeEach(make, [check], 1)));
  }
  return [filling, after];
}

/** Microseconds of each of so many checks that are made one after the other. */
async function timeEach(
  make: MakeCheck,
  checks: readonly Check[],
  rounds: number,
): Promise<number[]> {
  const contender = { name: 'one call', checks: 1, run: oneByOne(make) };
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const check = checks[i % checks.length] as Check;
    times.push(...((await measure([contender], [check], 1, 0))[0] ?? []));
  }
  return times;
}

type Pair = readonly [readonly number[], readonly number[]];
type Triple = readonly [...Pair, readonly number[]];
