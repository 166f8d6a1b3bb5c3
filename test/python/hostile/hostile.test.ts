import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPythonSandbox,
  type Outcome,
  type Program,
  type Sandbox,
} from '../../../src/python/index.js';
import { isSlowRun } from '../../support/slow-run.js';
import { type Attack, comparable } from './attack.js';
import { attacks } from './attacks.js';
import { type Canaries, layOutCanaries } from './canaries.js';
import { probe } from './probe.js';

const limits = { workers: 1, maxSteps: 100, memoryLimitBytes: 64 * 1024 * 1024 };
const all = Object.values(attacks).flat();
/** One seed for each way of hashing strings. */
const seeds = [0, 1] as const;
/** A thread that has replaced another one may be slow at first, and be taken for stuck. */
const patience = 5;

let canaries: Canaries;
// The clock is short only where it has to run out: elsewhere a busy machine must not matter.
let patient: Sandbox;
let impatient: Sandbox;
let pristine: Outcome[];

async function look(sandbox: Sandbox, seed: 0 | 1): Promise<Outcome> {
  let outcome = await sandbox.run(probe, {}, { seed });
  for (let i = 0; i < patience && outcome.status === 'lost'; i++) {
    outcome = await sandbox.run(probe, {}, { seed });
  }
  return outcome;
}

beforeAll(async () => {
  canaries = await layOutCanaries();
  patient = createPythonSandbox({ ...limits, wallClockMs: 20_000 });
  impatient = createPythonSandbox({ ...limits, wallClockMs: 500 });
  pristine = [await look(patient, 0), await look(patient, 1)];
});
afterAll(async () => {
  for (const one of [patient, impatient, canaries]) await one[Symbol.asyncDispose]();
});

const toProgram = ({ code }: Attack): Program => ({
  language: 'python',
  code,
  entrypoint: 'attack',
});

async function check(attack: Attack): Promise<void> {
  const sandbox = attack.isUninterruptible ? impatient : patient;
  const outcome = await sandbox.run(toProgram(attack), { canary: { ...canaries.told } });
  const seen = attack.accepts.map((accepted) => comparable(outcome, accepted));
  const isAccepted = attack.accepts.some((accepted, index) => matches(seen[index], accepted));
  if (!isAccepted) expect(outcome).toEqual(attack.accepts);
  const text = JSON.stringify(outcome);
  expect(text).not.toContain(canaries.secret);
  expect(text).not.toMatch(new RegExp(`\\b${process.pid}\\b`));
  const seed = seeds[all.indexOf(attack) % 2] ?? 0;
  expect(await look(sandbox, seed)).toEqual(pristine[seed]);
  expect(await canaries.findTouched()).toEqual([]);
}

function matches(seen: unknown, accepted: unknown): boolean {
  try {
    expect(seen).toEqual(accepted);
    return true;
  } catch {
    return false;
  }
}

describe('the attacks', () => {
  it('are at least a hundred, no two of the same name or code', () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });

  it('are looked at by a probe that finds an intact interpreter, and that sees differences', async () => {
    expect(pristine.map(({ status }) => status)).toEqual(['returned', 'returned']);
    expect(pristine[0]).not.toEqual(pristine[1]);
    const marks = [
      'sys.setrecursionlimit(999)',
      'sys.evil = []',
      'random.random()',
      'json.dumps.evil = 1',
    ];
    for (const mark of marks) {
      const code = probe.code.replace('def describe():\n', `def describe():\n    ${mark}\n`);
      const marked = await patient.run({ ...probe, code }, {}, { seed: 0 });
      const { status, value } = marked as { status: string; value?: object };
      expect(status).toBe('returned');
      expect(value).not.toEqual((pristine[0] as { value?: object }).value);
    }
    for (const seed of seeds) expect(await look(patient, seed)).toEqual(pristine[seed]);
  });
});

describe.each(Object.entries(attacks))('%s', (_, group) => {
  // A plain run makes a quarter of them, of every kind.
  const made = group.filter((_, index) => isSlowRun || index % 4 === 0);
  it.each(made.map((attack) => [attack.name, attack] as const))('a program that %s', (_, attack) =>
    check(attack),
  );
});

it('a program that is called beside others does not answer for them', async () => {
  const innocent: Program = {
    language: 'python',
    code: 'def count(n):\n    return n + 1',
    entrypoint: 'count',
  };
  const forgers = all.filter(({ name }) => name.startsWith('takes its driver over'));
  expect(forgers.length).toBeGreaterThan(5);
  const calls = forgers.flatMap((attack, index) => [
    patient.run(toProgram(attack), { canary: {} }),
    patient.run(innocent, { n: index }),
  ]);
  const outcomes = await Promise.all(calls);
  const answers = outcomes.filter((_, index) => index % 2 === 1);
  expect(
    answers.map((outcome) => (outcome.status === 'returned' ? outcome.value : outcome)),
  ).toEqual(forgers.map((_, index) => index + 1));
});

it('a program that says falsely that it keeps no state starts anew each time', async () => {
  const code = `import sys
count = 0
def attack(canary):
    global count
    count += 1
    answer = '{"status":"returned","value":%d,"logs":[],"keepsNoState":true}' % count
    driver = sys._getframe(1).f_globals
    for name in list(driver):
        if name.startswith('report'):
            driver[name] = lambda *all: answer
    return count`;
  for (let i = 0; i < 6; i++) {
    const outcome = await patient.run(toProgram({ name: '', code, accepts: [] }), { canary: {} });
    expect(outcome).toMatchObject({ status: 'returned', value: 1 });
  }
});
