import { createInProcessSandbox } from 'codeio';
import type { Check } from './functions.js';
import { measure, median, medianRatio, oneByOne } from './measure.js';
import { describeProcess, findPython, processChecks } from './python-process.js';
import { sandboxChecks } from './sandbox-checks.js';
import { atLeast, type Row, time } from './table.js';

const checksPerRound = 10;

/** Compares the sandbox for JavaScript with the published method: a Python process per check. */
export async function measurePython(checks: readonly Check[]): Promise<readonly Row[]> {
  const python = findPython();
  if (python === undefined) {
    return [{ what: 'python3, a process per check', figure: 'skipped: no python3' }];
  }
  const make = processChecks(python, checks[0] as Check);
  // Both languages agree on every known output.
  await measure([{ name: 'python3', checks: checks.length, run: oneByOne(make) }], checks, 1, 0);
  await using sandbox = await createInProcessSandbox();
  const contenders = [
    { name: 'python3', checks: checksPerRound, run: oneByOne(make) },
    { name: 'pristine', checks: 2000, run: oneByOne(sandboxChecks(sandbox)) },
  ];
  const [processes, pristine] = (await measure(contenders, checks, 7, 1)) as [number[], number[]];
  const ratio = medianRatio(processes, pristine);
  return [
    { what: describeProcess(python), figure: time(median(processes)) },
    {
      what: 'checks per second and core: pristine, in process ÷ python3',
      figure: `${Math.round(1e6 / median(pristine))} ÷ ${Math.round(1e6 / median(processes))}`,
      ratio,
      wanted: atLeast(1000, ratio),
    },
  ];
}
