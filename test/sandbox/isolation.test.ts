import fc from 'fast-check';
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

const limits = { maxSteps: 200, memoryLimitBytes: 24 * 1024 * 1024 };
const variants: [string, () => Promise<Sandbox>][] = [
  ['createSandbox', async () => createSandbox({ ...limits, workers: 2 })],
  ['createInProcessSandbox', () => createInProcessSandbox(limits)],
];

/** What a program may do to `target`, an object that it found, and `key`, a property of it. */
const marks = [
  'target.mark = { from: "an earlier call" };',
  'target[Symbol.for("mark")] = 1;',
  'delete target[key];',
  'target[key] = function mark() { return "mark"; };',
  'target[key] = null;',
  'Object.defineProperty(target, key, { get: () => "mark", set() {} });',
  'Object.defineProperty(target, key, { value: 1, writable: false });',
  'Object.defineProperty(target, key, { enumerable: true });',
  'const value = target[key]; delete target[key]; target[key] = value;',
  'Object.setPrototypeOf(target, null);',
  'Object.setPrototypeOf(target, { mark: 1 });',
  'Object.preventExtensions(target);',
  'Object.freeze(target);',
  'for (const name of Reflect.ownKeys(target)) delete target[name];',
  'const kept = target[key]; target[key] = (...all) => { target.calls = (target.calls ?? 0) + 1; return kept(...all); };',
];

/** How a program may end after it has left its mark. */
const ends = [
  'return 1;',
  'throw new TypeError("end");',
  'throw null;',
  'for (;;);',
  'const kept = []; for (;;) kept.push(new Array(1e4).fill(1));',
  'const dive = () => dive() + 1; dive();',
  'Promise.resolve().then(() => { Array.prototype.late = 1; throw new Error("late"); }); return 1;',
  'return new Promise(() => {});',
  'const again = () => Promise.resolve().then(again); again(); return 1;',
  'for (let i = 0; i < 7; i++) Math.random(); return Date.now();',
  'return { get result() { return 1; } };',
];

interface Vandalism {
  /** Of the objects that the guest finds, counted round. */
  readonly object: number;
  readonly property: number;
  readonly mark: string;
  readonly end: string;
  readonly isAtLoad: boolean;
  readonly isModule: boolean;
}

const vandalism: fc.Arbitrary<Vandalism> = fc.record({
  object: fc.nat(2000),
  property: fc.nat(60),
  mark: fc.constantFrom(...marks),
  end: fc.constantFrom(...ends),
  isAtLoad: fc.boolean(),
  isModule: fc.boolean(),
});

/** Leaves the mark when its input says so, or always as it loads; tells what it sees otherwise. */
function vandal({ object, property, mark, end, isAtLoad, isModule }: Vandalism): Program {
  return {
    language: 'javascript',
    code: `${guestIntrinsics}
function leave() {
  const objects = reachableObjects();
  const target = objects[${object} % objects.length].value;
  const keys = Reflect.ownKeys(target);
  const key = keys[${property} % (keys.length || 1)];
  try { ${mark} } catch {}
}
function finish() { ${end} }
${isAtLoad ? 'leave();' : ''}
${isModule ? 'export ' : ''}function main({ act }) {
  if (act === 'look') return fingerprint();
  ${isAtLoad ? '' : 'leave();'}
  return finish();
}`,
    entrypoint: 'main',
  };
}

const onlooker: Program = {
  language: 'javascript',
  code: `${guestIntrinsics} export const main = fingerprint;`,
  entrypoint: 'main',
};
const endings: readonly Outcome['status'][] = [
  'returned',
  'threw',
  'step-limit',
  'out-of-memory',
  'unserializable',
];

describe.each(variants)('%s', (_, create) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await create();
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  it('would show the marks if they were still there', async () => {
    const code = `${guestIntrinsics}
export function main({ mark }) {
  if (mark) delete Object.getPrototypeOf(Int8Array.prototype).fill;
  return fingerprint();
}`;
    const program: Program = { language: 'javascript', code, entrypoint: 'main' };
    const [plain, marked] = [
      await sandbox.run(program, { mark: false }),
      await sandbox.run(program, { mark: true }),
    ];
    expect([plain.status, marked.status]).toEqual(['returned', 'returned']);
    expect(marked).not.toEqual(plain);
  });

  it('shows no program anything that an earlier call has done to an intrinsic', async () => {
    await using untouched = await createInProcessSandbox(limits);
    const seenByOnlooker = await untouched.run(onlooker, {});
    expect(seenByOnlooker.status).toBe('returned');

    const property = fc.asyncProperty(vandalism, async (choice) => {
      const program = vandal(choice);
      await using fresh = await createInProcessSandbox(limits);
      const seenByVandal = await fresh.run(program, { act: 'look' });

      const first = await sandbox.run(program, { act: 'leave' });
      expect(endings).toContain(first.status);
      expect(await sandbox.run(onlooker, {})).toEqual(seenByOnlooker);
      expect(await sandbox.run(program, { act: 'look' })).toEqual(seenByVandal);
      expect(await sandbox.run(program, { act: 'leave' })).toEqual(first);
    });
    await fc.assert(property, { numRuns: isSlowRun ? 100 : 20 });
  });
});

it('gives a program the same memory, whatever an earlier call has asked for', async () => {
  const measure = `function main() {
  const kept = [];
  let count = 0;
  try { for (;;) { kept.push(new Uint8Array(20000)); count++; } } catch { kept.length = 0; }
  return count;
}`;
  const counts: Outcome[] = [];
  for (const megabytes of [0, 16, 20, 22]) {
    await using young = await createInProcessSandbox({ memoryLimitBytes: 32 * 1024 * 1024 });
    const run = (code: string): Promise<Outcome> =>
      young.run({ language: 'javascript', code, entrypoint: 'main' }, {});
    await run(`const main = () => new Uint8Array(${megabytes} * 2 ** 20).length`);
    counts.push(await run(measure));
  }
  expect(counts[0]?.status).toBe('returned');
  expect(counts).toEqual(counts.map(() => counts[0]));
});
