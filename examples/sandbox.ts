/**
 * Runs programs that nobody has vouched for: ten thousand calls at once, every kind of outcome, and
 * proof that no call sees what another one did.
 *
 *     npx tsx examples/sandbox.ts
 */
import { createSandbox, type Program } from 'codeio/sandbox';

await using sandbox = createSandbox({ workers: 2, maxSteps: 2000, wallClockMs: 1000 });

const program = (code: string): Program => ({ language: 'typescript', code, entrypoint: 'main' });

// A program is loaded once; every call of it starts from the same state.
const counter = program(`
let calls = 0;
export function main({ limit }: { limit: number }): object {
  calls++;
  const primes: number[] = [];
  for (let n = 2; n < limit; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return { calls, primes: primes.length, lucky: primes[Math.floor(Math.random() * primes.length)] };
}`);
const startedAt = performance.now();
const outcomes = await Promise.all(
  Array.from({ length: 10_000 }, (_, n) =>
    sandbox.run(counter, { limit: 3 + (n % 50) }, { seed: n }),
  ),
);
const seconds = (performance.now() - startedAt) / 1000;
const isFirst = outcomes.every(
  (outcome) => outcome.status === 'returned' && JSON.stringify(outcome.value).includes('"calls":1'),
);
console.log(`${outcomes.length} calls, each of them the first: ${isFirst}`);
console.log(`${Math.round(outcomes.length / seconds)} calls per second\n`);

const programs: readonly [string, string][] = [
  ['waits a week', 'export const main = () => new Promise((go) => setTimeout(go, 6048e5, "done"))'],
  ['has a typo', 'export const main = () => {\n  const rows = [1];\n  return rwos.length;\n};'],
  ['never ends', 'export const main = () => { for (;;); };'],
  [
    'eats memory',
    'export const main = () => { const all = []; for (;;) all.push("x".repeat(1e6) + all.length); };',
  ],
  ['digs too deep', 'export const main = (n: object): number => 1 + main(n);'],
  ['returns a Map', 'export const main = () => ({ counts: new Map([["a", 1]]) });'],
  ['returns too much', 'export const main = () => "x".repeat(2 ** 21);'],
  ['reaches for the host', 'export const main = () => main.constructor("return process.env")();'],
  [
    'spoils what it finds',
    'export const main = () => { JSON.stringify = () => "7"; return { real: 1 }; };',
  ],
  // No interrupt reaches this built-in: the watchdog replaces the thread, and nothing else is lost.
  ['hangs the engine', 'export const main = () => [].indexOf.call({ length: 2 ** 53 }, 1);'],
];
const results = await Promise.all(
  programs.map(async ([what, code]) => ({ what, outcome: await sandbox.run(program(code), {}) })),
);
for (const { what, outcome } of results) {
  console.log(`${what.padEnd(22)} ${JSON.stringify(outcome)}`);
}
