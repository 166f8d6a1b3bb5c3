/** Keeps so many workers busy for a while; started by `python-memory.ts`, prints JSON. */
import { createPythonSandbox } from 'codeio/python';
import { type Check, readChecks } from './functions.js';
import { pythonProgramOf } from './sandbox-checks.js';

const workers = Number(process.argv[2]);
/** Long enough that each worker has started and made many of them. */
const calls = 1000 * workers;
const callersPerWorker = 32;

const checks = readChecks();
const programs = new Map(checks.map(({ fn }) => [fn, pythonProgramOf(fn)]));
let next = 0;
await using sandbox = createPythonSandbox({ workers });
const call = async (): Promise<void> => {
  for (let index = next++; index < calls; index = next++) {
    const { fn, input, expected } = checks[index % checks.length] as Check;
    // The seed decides how strings are hashed, for which there are two interpreters.
    const seed = Math.floor(index / checks.length);
    const outcome = await sandbox.run(programs.get(fn) ?? pythonProgramOf(fn), input, { seed });
    if (outcome.status !== 'returned' || JSON.stringify(outcome.value) !== expected) {
      throw new Error(`${fn.name} came to ${JSON.stringify(outcome)}`);
    }
  }
};
await Promise.all(Array.from({ length: callersPerWorker * workers }, call));
console.log(JSON.stringify(process.memoryUsage.rss()));
