import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  createSandbox,
  type JsonObject,
  type JsonValue,
  type Program,
  type Sandbox,
} from '../../src/index.js';
import { isSlowRun } from '../support/slow-run.js';
import { comparable, type HostileProgram } from './hostile/hostile-program.js';
import { hostilePrograms } from './hostile/hostile-programs.js';

const rounds = 12;
const callsPerRound = 400;
/** Rounds after which every kind of program has been seen and the memory has found its level. */
const warmUpRounds = 4;
/** What the heaps of the host and of two workers may sway by between two rounds. */
const maximumGrowthBytes = 48 * 1024 * 1024;

const all = Object.values(hostilePrograms).flat();
const interruptible = all.filter((hostile) => !hostile.uninterruptible);
const uninterruptible = all.filter((hostile) => hostile.uninterruptible);

/** A harmless program, and the answer worked out here. */
interface GoodCall {
  readonly code: string;
  readonly answer: (n: number) => JsonValue;
}

const goodCalls: readonly GoodCall[] = [
  { code: 'const main = ({ n }) => n * n', answer: (n) => n * n },
  {
    code: 'export async function main({ n }) { await null; return { text: String(n).padStart(8, "0") } }',
    answer: (n) => ({ text: String(n).padStart(8, '0') }),
  },
  {
    code: 'function main({ n }) { const seen = new Set(); while (!seen.has(n)) { seen.add(n); n = n % 2 ? 3 * n + 1 : n / 2 } return seen.size }',
    answer: (n) => {
      const seen = new Set<number>();
      for (let at = n; !seen.has(at); at = at % 2 ? 3 * at + 1 : at / 2) seen.add(at);
      return seen.size;
    },
  },
  {
    code: 'const main = ({ n }) => Array.from({ length: n % 50 }, (_, i) => i).reverse()',
    answer: (n) => Array.from({ length: n % 50 }, (_, i) => i).reverse(),
  },
];

/** Numbers from 0 to `below` that are the same in every run. */
function createDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const threadCount = (): number =>
  Number(/^Threads:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);

describe.skipIf(!isSlowRun || process.platform !== 'linux')('a pool in long use', () => {
  it('answers every good call among hostile ones, in memory and threads that do not grow', async () => {
    await using sandbox = createSandbox({
      workers: 2,
      maxSteps: 200,
      memoryLimitBytes: 32 * 1024 * 1024,
      wallClockMs: 5000,
    });
    const draw = createDraw(20250101);
    const wrong: object[] = [];

    const runGood = async (): Promise<void> => {
      const { code, answer } = goodCalls[draw(goodCalls.length)] as GoodCall;
      const n = 1 + draw(100_000);
      const expected = answer(n);
      const program: Program = { language: 'javascript', code, entrypoint: 'main' };
      const outcome = await sandbox.run(program, { n });
      const value = outcome.status === 'returned' ? outcome.value : outcome;
      if (JSON.stringify(value) !== JSON.stringify(expected)) wrong.push({ code, n, outcome });
    };
    const levels: { bytes: number; threads: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const calls = Array.from({ length: callsPerRound }, () =>
        draw(2) === 0 ? runGood() : runHostile(sandbox, pick(draw, interruptible), wrong),
      );
      if (round % 3 === 0) calls.push(runHostile(sandbox, pick(draw, uninterruptible), wrong));
      await Promise.all(calls);
      // Two at once, so that a worker that had to go is replaced before the threads are counted.
      await Promise.all([runGood(), runGood(), runGood(), runGood()]);
      levels.push({ bytes: process.memoryUsage.rss(), threads: threadCount() });
    }

    expect(wrong).toEqual([]);
    const highest = (some: typeof levels): number => Math.max(...some.map(({ bytes }) => bytes));
    const [warm, later] = [levels.slice(0, warmUpRounds), levels.slice(warmUpRounds)];
    // Rounds that lose a worker end lower: only the peaks can be compared.
    expect(highest(later) - highest(warm)).toBeLessThan(maximumGrowthBytes);
    expect(new Set(later.map(({ threads }) => threads)).size).toBe(1);
  }, 240_000);
});

function pick(
  draw: (below: number) => number,
  programs: readonly HostileProgram[],
): HostileProgram {
  return programs[draw(programs.length)] as HostileProgram;
}

async function runHostile(
  sandbox: Sandbox,
  hostile: HostileProgram,
  wrong: object[],
): Promise<void> {
  const { language = 'javascript', code, entrypoint = 'main', parameters, expected } = hostile;
  const input: JsonObject = hostile.input ?? {};
  const outcome = await sandbox.run({ language, code, entrypoint, parameters }, input);
  const got = comparable(outcome, expected);
  if (!isSame(got, expected)) wrong.push({ program: hostile.name, expected, got });
}

/** Compares without regard to the order of keys, which an expectation does not speak about. */
function isSame(left: object, right: object): boolean {
  try {
    expect(left).toEqual(right);
    return true;
  } catch {
    return false;
  }
}
