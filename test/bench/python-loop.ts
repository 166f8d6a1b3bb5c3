import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createPythonSandbox } from 'codeio/python';
import { median } from './measure.js';
import { runFork } from './python-fork.js';
import type { HostPython } from './python-process.js';
import { type Row, time } from './table.js';

/** A loop of nothing but Python's own work. */
export const loopCode = `
def main_solution(rounds):
    total = 0
    for number in range(rounds):
        total += number
    return total
`;

const rounds = 10_000_000;
const repeats = 3;

/** Times a long loop: what counting steps costs, and how far WebAssembly is behind. */
export async function measurePythonLoop(python: HostPython | undefined): Promise<readonly Row[]> {
  const sandbox = median(await inSandbox());
  const plain = median(await runFork<number[]>('python-loop-child.ts', `${rounds}`, `${repeats}`));
  const host = python === undefined ? undefined : median(await onHost(python));
  const perMillion = (milliseconds: number): string =>
    time((1000 * milliseconds) / (rounds / 1_000_000));
  return [
    {
      what: 'a million rounds of a loop, the rounds being counted as steps',
      figure: perMillion(sandbox),
    },
    {
      what: 'in plain pyodide, uncounted: sandbox ÷ pyodide',
      figure: perMillion(plain),
      ratio: sandbox / plain,
    },
    host === undefined
      ? { what: 'in python3', figure: 'skipped: no python3' }
      : {
          what: `in python3 (${python?.version}): sandbox ÷ python3`,
          figure: perMillion(host),
          ratio: sandbox / host,
        },
  ];
}

/** Milliseconds of each repeat, without those of a call that does nothing. */
async function inSandbox(): Promise<number[]> {
  await using sandbox = createPythonSandbox({ workers: 1 });
  const program = { language: 'python', code: loopCode, entrypoint: 'main_solution' } as const;
  const run = async (count: number): Promise<number> => {
    const startedAt = performance.now();
    const outcome = await sandbox.run(program, { rounds: count });
    const took = performance.now() - startedAt;
    if (outcome.status !== 'returned' || outcome.value !== (count * (count - 1)) / 2) {
      throw new Error(`the loop came to ${JSON.stringify(outcome)}`);
    }
    return took;
  };
  await run(0);
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) times.push((await run(rounds)) - (await run(0)));
  return times;
}

async function onHost({ executable }: HostPython): Promise<number[]> {
  const script = `${loopCode}
import time
for _ in range(${repeats}):
    started = time.perf_counter()
    assert main_solution(${rounds}) == ${(rounds * (rounds - 1)) / 2}
    print(1000 * (time.perf_counter() - started))
`;
  const { stdout } = await promisify(execFile)(executable, ['-c', script]);
  return stdout.trim().split('\n').map(Number);
}
