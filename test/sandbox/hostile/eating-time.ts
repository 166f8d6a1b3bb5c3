import { type HostileProgram, returns, stepLimit } from './hostile-program.js';

/** An endless loop somewhere that is not obviously a loop. */
const endless = (name: string, code: string): HostileProgram => ({
  name,
  code,
  expected: stepLimit,
});

export const eatingTime: readonly HostileProgram[] = [
  endless('loops as it loads', `while (true) {} function main() {}`),
  endless('loops as its module loads', `export function main() {} for (;;);`),
  endless('loops in a static block', `class Trap { static { for (;;); } } function main() {}`),
  endless(
    'loops in a getter that stands for its entry point',
    `Object.defineProperty(globalThis, 'main', { get() { for (;;); } });`,
  ),
  endless('loops in a default parameter', `function main(a, b = (() => { for (;;); })()) {}`),
  endless(
    'loops while its result is read by a proxy trap',
    `const main = () => new Proxy({}, { ownKeys() { for (;;); } });`,
  ),
  endless(
    'gives its result a length whose valueOf loops',
    `const main = () => new Proxy([], { get: () => ({ valueOf() { for (;;); } }) });`,
  ),
  endless(
    'loops in a thrown error while its message is read',
    `function main() { throw { get message() { for (;;); } }; }`,
  ),
  endless(
    'loops in an error thrown as it loads while its message is read',
    `throw { get message() { for (;;); } };`,
  ),
  endless(
    'loops in toString when a value is joined to a text',
    `const main = () => 'x' + { toString() { for (;;); } };`,
  ),
  endless(
    'loops in Symbol.toPrimitive',
    `const main = () => +{ [Symbol.toPrimitive]() { for (;;); } };`,
  ),
  endless(
    'loops in Symbol.hasInstance',
    `const main = () => ({}) instanceof { [Symbol.hasInstance]() { for (;;); } };`,
  ),
  endless(
    'catches the interruption and goes on',
    `function main() { for (;;) { try { for (;;); } catch { continue; } } }`,
  ),
  endless(
    'returns from a finally block after the interruption',
    `function main() { try { for (;;); } finally { return 'safe'; } }`,
  ),
  endless(
    'loops again in the finally block of what was interrupted',
    `function main() { try { for (;;); } finally { for (;;); } }`,
  ),
  endless(
    'catches the interruption of an async function',
    `async function spin() { for (;;); }
async function main() { try { await spin(); } catch { return 'caught'; } }`,
  ),
  endless(
    'closes an iterator that loops in return()',
    `function main() {
  const list = { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }), return() { for (;;); } }) };
  for (const one of list) break;
}`,
  ),
  endless(
    'spreads a generator without end into a sum',
    `function* ones() { for (;;) yield 1; }
function main() { let sum = 0; for (const one of ones()) sum = (sum + one) % 7; return sum; }`,
  ),
  endless(
    'iterates without end over promises',
    `async function* ticks() { for (;;) yield Promise.resolve(1); }
async function main() { for await (const tick of ticks()); }`,
  ),
  endless('awaits without end', `async function main() { for (;;) await null; }`),
  endless(
    'starts a new promise job in every promise job',
    `function main() {
  const again = () => Promise.resolve().then(again);
  again();
  return new Promise(() => {});
}`,
  ),
  endless(
    'starts a new promise job in every promise job before it resolves',
    `async function main() { const again = () => Promise.resolve().then(again); await again(); }`,
  ),
  {
    name: 'leaves endless promise jobs behind its result',
    code: `function main() { const again = () => Promise.resolve().then(again); again(); return 1; }`,
    expected: returns(1),
  },
  endless(
    'starts endless promise jobs as it loads',
    `const again = () => Promise.resolve().then(again); again(); const main = () => 1;`,
  ),
  endless(
    'resolves with a thenable that resolves with a thenable without end',
    `async function main() {
  const next = () => ({ then(resolve) { resolve(next()); } });
  return next();
}`,
  ),
  endless(
    'loops in a getter named then',
    `const main = async () => ({ get then() { for (;;); } });`,
  ),
  endless(
    'sorts with a comparator that loops',
    `const main = () => [1, 2].sort(() => { for (;;); });`,
  ),
  endless(
    'sorts with a comparator that answers at random and never lets go',
    `function main() {
  const list = Array.from({ length: 1e4 }, (_, i) => i);
  for (;;) list.sort(() => Math.random() - 0.5);
}`,
  ),
  endless(
    'replaces with a callback that loops',
    `const main = () => 'abc'.replace(/b/, () => { for (;;); });`,
  ),
  endless(
    'revives JSON with a function that loops',
    `const main = () => JSON.parse('[1]', () => { for (;;); });`,
  ),
  endless(
    'maps an array-like of 2^31 through a proxy that has everything',
    `const main = () => Array.prototype.map.call(new Proxy({ length: 2 ** 31 }, { has: () => true }), () => 1).length;`,
  ),
  endless(
    'searches an array-like of 2^53 behind a proxy',
    `const main = () => Array.prototype.indexOf.call(new Proxy({}, { get: (_, name) => (name === 'length' ? 2 ** 53 - 1 : 0), has: () => true }), 1);`,
  ),
  endless(
    'backtracks in a regular expression for longer than the universe',
    `const main = () => /^(a+)+$/.test('a'.repeat(60) + 'b');`,
  ),
  endless(
    'backtracks in back-references and look-behind',
    `const main = () => /(?<=^(.*)*)(x*)*\\2y/.test('x'.repeat(60));`,
  ),
  endless(
    'parses dates and numbers without end',
    `function main() { for (;;) Number(String(Date.parse('2024-01-01'))); }`,
  ),
  endless(
    'calls itself in a tail call without end through a trampoline',
    `function main() { let next = () => next; for (;;) next = next(); }`,
  ),
  endless(
    'counts a BigInt up without end',
    `function main() { for (let n = 0n; ; n = (n * 3n + 1n) % 1000003n); }`,
  ),
];
