import { createPythonSandbox } from 'codeio/python';
import { assertRight, type Check } from './functions.js';
import {
  type Contender,
  inFlight,
  type MakeCheck,
  measure,
  median,
  medianRatio,
  oneByOne,
} from './measure.js';
import { describeProcess, type HostPython, processChecks } from './python-process.js';
import { pythonProgramOf, sandboxChecks } from './sandbox-checks.js';
import { atLeast, atMost, type Row, time } from './table.js';

const processesPerRound = 10;
const checksPerRound = 400;
const callers = 64;
const rounds = 5;

/**
 * Compares one worker of the Python sandbox with the published method: a Python process per check.
 * The checks are of small functions, and each is of another function than the one before; or else
 * those of a function come in a row, so that it is loaded once.
 */
export async function measurePythonSpeed(
  checks: readonly Check[],
  python: HostPython | undefined,
): Promise<readonly Row[]> {
  await using sandbox = createPythonSandbox({ workers: 1 });
  const make = sandboxChecks(sandbox, pythonProgramOf);
  const contenders = [
    { name: 'pristine', checks: checksPerRound, run: inFlight(make, callers) },
    { name: 'further inputs', checks: checksPerRound, run: byFunction(inFlight(make, callers)) },
  ];
  if (python !== undefined) {
    const run = oneByOne(processChecks(python, checks[0] as Check));
    contenders.push({ name: 'python3', checks: processesPerRound, run });
  }
  const [pristine, further, processes] = (await measure(contenders, checks, rounds, 1)) as [
    number[],
    number[],
    number[] | undefined,
  ];
  const pace = (what: string, times: readonly number[]): Row => {
    if (processes === undefined) return { what, figure: perSecond(times) };
    const ratio = medianRatio(processes, times);
    const figure = `${perSecond(times)} ÷ ${perSecond(processes)}`;
    return { what, figure, ratio, wanted: atLeast(25, ratio) };
  };
  const alone = await timeEach(make, checks);
  const inARow = await timeEach(make, checks.toSorted(byName));
  return [
    python === undefined || processes === undefined
      ? { what: 'python3, a process per check', figure: 'skipped: no python3' }
      : { what: describeProcess(python), figure: time(median(processes)) },
    pace('checks per second and core: pristine, another function each ÷ python3', pristine),
    pace('checks per second and core: further inputs of a function ÷ python3', further),
    {
      what: 'a call and nothing else, there and back: pristine, another function each',
      figure: time(alone),
      wanted: atMost(3, alone / 1000, ' ms'),
    },
    {
      what: 'a call and nothing else, there and back: further inputs of a function',
      figure: time(inARow),
      wanted: atMost(1, inARow / 1000, ' ms'),
    },
    {
      what: 'processor time of all threads per pristine check',
      figure: time(await processorTime(contenders[0] as Contender, checks)),
    },
  ];
}

/** Makes the checks function by function; the results are in the order of the checks. */
function byFunction(run: Contender['run']): Contender['run'] {
  return async (checks) => {
    const order = [...checks.entries()].sort(([, a], [, b]) => byName(a, b));
    const made = await run(order.map(([, check]) => check));
    const results: unknown[] = [];
    for (const [place, [index]] of order.entries()) results[index] = made[place];
    return results;
  };
}

function byName(a: Check, b: Check): number {
  return a.fn.name.localeCompare(b.fn.name);
}

/** The median of single calls, in microseconds. */
async function timeEach(make: MakeCheck, checks: readonly Check[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const results: unknown[] = [];
    for (const check of checks) {
      const startedAt = performance.now();
      results.push(await make(check));
      times.push(1000 * (performance.now() - startedAt));
    }
    assertRight('the sandbox', checks, results);
  }
  return median(times);
}

async function processorTime({ run }: Contender, checks: readonly Check[]): Promise<number> {
  const list = Array.from({ length: checksPerRound }, (_, i) => checks[i % checks.length] as Check);
  const before = process.cpuUsage();
  await run(list);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / list.length;
}

function perSecond(times: readonly number[]): string {
  return String(Math.round(1e6 / median(times)));
}
