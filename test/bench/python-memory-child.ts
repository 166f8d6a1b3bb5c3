/** Makes calls of changing programs; started by `python-memory.ts`, prints JSON. */
import type { Program } from 'codeio';
import { createPythonSandbox } from 'codeio/python';
import { type Check, readChecks } from './functions.js';
import { earlyCalls, type PythonMemoryUse } from './python-memory.js';
import { pythonProgramOf } from './sandbox-checks.js';

const total = Number(process.argv[2]);
const programs = 1000;
const workers = 2;
const callers = 64;

const checks = readChecks();
const numbered = Array.from({ length: programs }, (_, number) => makeProgram(number));
const startedAt = performance.now();
let next = 0;
let made = 0;
let early = 0;
await using sandbox = createPythonSandbox({ workers });

const call = async (): Promise<void> => {
  for (let index = next++; index < total; index = next++) {
    const number = index % programs;
    const round = Math.floor(index / programs);
    const { input, expected } = pick(number, round);
    // It decides how strings are hashed, for which there are two interpreters.
    const seed = index;
    const outcome = await sandbox.run(numbered[number] as Program, input, { seed });
    const text = outcome.status === 'returned' ? JSON.stringify(outcome.value) : outcome.status;
    // The number says that it was this very program.
    if (text !== `[${number},${expected}]`) {
      throw new Error(`program ${number} came to ${text}, not [${number},${expected}]`);
    }
    if (++made === Math.min(earlyCalls, total)) early = process.memoryUsage.rss();
  }
};
await Promise.all(Array.from({ length: callers }, call));
const use: PythonMemoryUse = {
  ...{ programs, workers },
  seconds: (performance.now() - startedAt) / 1000,
  early,
  late: process.memoryUsage.rss(),
  peak: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(use));

/** Every tenth program is of the same function; the inputs take turns. */
function pick(number: number, round: number): Check {
  const functions = 10;
  const inputs = checks.length / functions;
  return checks[(number % functions) + functions * (round % inputs)] as Check;
}

function makeProgram(number: number): Program {
  const { fn } = pick(number, 0);
  const code = `${fn.python}

def numbered(**values):
    return [${number}, main_solution(**values)]
`;
  return { ...pythonProgramOf(fn), code, entrypoint: 'numbered' };
}
