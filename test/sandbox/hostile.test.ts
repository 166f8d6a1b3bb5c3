import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInProcessSandbox,
  createSandbox,
  type Outcome,
  type Program,
  type Sandbox,
} from '../../src/index.js';
import { isSlowRun } from '../support/slow-run.js';
import { guestIntrinsics } from './guest-intrinsics.js';
import { comparable, type HostileProgram } from './hostile/hostile-program.js';
import { hostilePrograms } from './hostile/hostile-programs.js';

const limits = { maxSteps: 200, memoryLimitBytes: 32 * 1024 * 1024 };
const all = Object.values(hostilePrograms).flat();

const good: Program = {
  language: 'typescript',
  code: `export async function main({ words }: { words: string[] }): Promise<object> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(await Promise.all([...counts].sort()));
}`,
  entrypoint: 'main',
};
const goodInput = { words: ['b', 'a', 'b'] };
const probe: Program = {
  language: 'javascript',
  code: `${guestIntrinsics} export const main = fingerprint;`,
  entrypoint: 'main',
};

/** What a hostile program came to, and what two harmless calls came to after it. */
interface Aftermath {
  readonly outcome: Outcome;
  readonly good: Outcome;
  readonly probe: Outcome;
}

async function runHostile(sandbox: Sandbox, hostile: HostileProgram): Promise<Aftermath> {
  const { language = 'javascript', code, entrypoint = 'main', parameters, input = {} } = hostile;
  return {
    outcome: await sandbox.run({ language, code, entrypoint, parameters }, input),
    good: await sandbox.run(good, goodInput),
    probe: await sandbox.run(probe, {}),
  };
}

const named = (programs: readonly HostileProgram[]): [string, HostileProgram][] =>
  programs.map((hostile) => [hostile.name, hostile]);
const interruptible = Object.entries(hostilePrograms).filter(([, programs]) =>
  programs.every((hostile) => !hostile.uninterruptible),
);

let pristine: Outcome;
beforeAll(async () => {
  await using fresh = await createInProcessSandbox(limits);
  pristine = await fresh.run(probe, {});
});

function check(aftermath: Aftermath, { expected }: HostileProgram): void {
  expect(comparable(aftermath.outcome, expected)).toEqual(expected);
  expect(aftermath.good).toMatchObject({ status: 'returned', value: { a: 1, b: 2 }, logs: [] });
  expect(aftermath.probe).toEqual(pristine);
}

describe('the corpus', () => {
  it('has at least a hundred programs, no two with the same name or code', () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const calls = all.map(({ code, entrypoint, input }) =>
      JSON.stringify([code, entrypoint, input]),
    );
    expect(new Set(calls).size).toBe(all.length);
  });

  it('leaves an intact interpreter to compare with', () => {
    expect(pristine.status).toBe('returned');
  });
});

const aftermaths = new Map<HostileProgram, Promise<Aftermath>>();

describe('in the pool', () => {
  // The clock is short only where it has to run out: elsewhere a busy machine must not matter.
  const patient = createSandbox({ ...limits, workers: 2, wallClockMs: 20_000 });
  const impatient = createSandbox({ ...limits, workers: 2, wallClockMs: 500 });
  beforeAll(() => {
    for (const hostile of all) {
      const sandbox = hostile.uninterruptible ? impatient : patient;
      aftermaths.set(hostile, runHostile(sandbox, hostile));
    }
  });
  afterAll(() => Promise.all([patient, impatient].map((pool) => pool[Symbol.asyncDispose]())));

  describe.each(Object.entries(hostilePrograms))('%s', (_, programs) => {
    it.each(named(programs))('a program that %s', async (_, hostile) => {
      check((await aftermaths.get(hostile)) as Aftermath, hostile);
    });
  });
});

describe.skipIf(!isSlowRun)('in process', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createInProcessSandbox(limits);
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  describe.each(interruptible)('%s', (_, programs) => {
    it.each(named(programs))('a program that %s', async (_, hostile) => {
      const aftermath = await runHostile(sandbox, hostile);
      if (hostile.exceedsHostStack && aftermath.outcome.status === 'lost') {
        check(aftermath, { ...hostile, expected: { status: 'lost' } });
      } else {
        check(aftermath, hostile);
        expect(aftermath).toEqual(await aftermaths.get(hostile));
      }
    });
  });
});
