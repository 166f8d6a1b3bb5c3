/** Makes very many checks of very many programs; started by `memory.ts`, prints JSON. */
// The sandbox alone: how far Node.js lets its heap grow depends on what else is loaded.
import { createSandbox, type Program } from 'codeio/sandbox';
import { type Check, readChecks } from './functions.js';
import { earlyChecks, type MemoryUse } from './memory.js';
import { programOf } from './sandbox-checks.js';

const total = Number(process.argv[2]);
const programs = 10_000;
const checksInARow = 10;
const callers = 512;

const checks = readChecks();
const order = shuffle(
  Array.from({ length: Math.ceil(total / checksInARow) }, (_, i) => i % programs),
);
const functions = 10;
/** All are there before the first check, as a user's are. */
const numbered = Array.from({ length: programs }, (_, number) => makeProgram(number));
const startedAt = performance.now();
let next = 0;
let early = 0;
let made = 0;
await using sandbox = createSandbox({ workers: 2 });

const call = async (): Promise<void> => {
  for (let index = next++; index < total; index = next++) {
    const number = order[Math.floor(index / checksInARow)] as number;
    const check = pick(number, index);
    const outcome = await sandbox.run(numbered[number] as Program, check.input);
    const text = outcome.status === 'returned' ? JSON.stringify(outcome.value) : outcome.status;
    // The number says that it was this very program.
    if (text !== `[${number},${check.expected}]`) {
      throw new Error(`program ${number} came to ${text}, not [${number},${check.expected}]`);
    }
    if (++made === Math.min(earlyChecks, total)) early = process.memoryUsage.rss();
  }
};
await Promise.all(Array.from({ length: callers }, call));
const use: MemoryUse = {
  programs: Math.min(programs, order.length),
  checksInARow,
  seconds: (performance.now() - startedAt) / 1000,
  early,
  late: process.memoryUsage.rss(),
  peak: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(use));

/** Every tenth program is of the same function; the inputs take turns. */
function pick(number: number, index: number): Check {
  const inputs = checks.length / functions;
  return checks[(number % functions) + functions * (index % inputs)] as Check;
}

function makeProgram(number: number): Program {
  const { fn } = pick(number, 0);
  const code = `${fn.javascript}
function numbered(...values) {
  return [${number}, mainSolution(...values)];
}`;
  return { ...programOf(fn), code, entrypoint: 'numbered' };
}

/** Shuffles, always in the same way. */
function shuffle(values: number[]): readonly number[] {
  let state = 1;
  for (let i = values.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [values[i], values[j]] = [values[j] as number, values[i] as number];
  }
  return values;
}
