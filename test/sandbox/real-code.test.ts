import { describe, expect, it } from 'vitest';
import { evaluate, runMain } from './support/real-code.js';

describe('JavaScript as people write it', () => {
  it.each([
    [
      'a script of functions',
      'const twice = (n) => 2 * n;\nfunction main() { return twice(21); }',
      42,
    ],
    ['a strict script', '"use strict";\nfunction main() { return this === undefined; }', true],
    ['a sloppy script', 'function main() { with ({ a: 42 }) return a; }', 42],
    ['a script with a first line for the shell', '#!/usr/bin/env node\nconst main = () => 42;', 42],
    [
      'lines that end as on Windows',
      'const a = 42;\r\nfunction main() {\r\n  return a;\r\n}\r\n',
      42,
    ],
    ['a module', 'export const a = 42;\nexport function main() { return a; }', 42],
    ['a default export with a name', 'export default function main() { return 42; }', 42],
    [
      'await at the top level',
      'const a = await new Promise((r) => setTimeout(r, 99, 42));\nexport const main = () => a;',
      42,
    ],
    [
      'for await at the top level',
      'let sum = 0;\nfor await (const n of [1, Promise.resolve(2)]) sum += n;\nexport const main = () => sum;',
      3,
    ],
    [
      'exports that Node.js would look for',
      'function main() { return 42; }\nif (typeof module !== "undefined") module.exports = { main };',
      42,
    ],
    [
      'private fields and methods',
      'class A { #a = 20; static #made = 0; #twice() { return 2 * this.#a; } get a() { A.#made++; return this.#twice() + A.#made; } static has(o) { return #a in o; } static { this.b = 1; } }\nconst main = () => [new A().a, A.has(new A()), A.has({}), A.b];',
      [41, true, false, 1],
    ],
    [
      'inheritance with super',
      'class A { hi() { return "A"; } }\nclass B extends A { hi() { return super.hi() + "B"; } }\nconst main = () => new B().hi();',
      'AB',
    ],
    [
      'generators',
      'function* fib() { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } }\nfunction main() { const out = []; for (const n of fib()) { if (n > 30) break; out.push(n); } return out; }',
      [0, 1, 1, 2, 3, 5, 8, 13, 21],
    ],
    [
      'delegation to a generator, and its return',
      'function* a() { const got = yield 1; return got * 2; }\nfunction* b() { return (yield* a()) + 1; }\nconst main = () => { const g = b(); g.next(); return g.next(20); };',
      { value: 41, done: true },
    ],
    [
      'an async generator that is consumed inside',
      'async function* count(n) { for (let i = 0; i < n; i++) { await null; yield i; } }\nasync function main() { const out = []; for await (const i of count(3)) out.push(i); return out; }',
      [0, 1, 2],
    ],
    [
      'BigInt inside',
      'const main = () => { let f = 1n; for (let i = 2n; i <= 25n; i++) f *= i; return String(f); };',
      '15511210043330985984000000',
    ],
    [
      'labels',
      'function main() { let n = 0; outer: for (let i = 0; i < 9; i++) for (let j = 0; j < 9; j++) { n++; if (j === 2) continue outer; if (i === 3) break outer; } return n; }',
      10,
    ],
    [
      'closures in loops',
      'const main = () => { const all = []; for (let i = 0; i < 3; i++) all.push(() => i); return all.map((f) => f()); };',
      [0, 1, 2],
    ],
    [
      'destructuring with defaults',
      'const main = ({ a = 1, b: { c = 2, ...rest } = { d: 3 } }) => [a, c, rest];',
      [1, 2, { d: 3 }],
    ],
    [
      'memoization on the function',
      'function main() { main.memo ??= new Map([[1, 42]]); return main.memo.get(1); }',
      42,
    ],
    [
      'a Symbol.iterator of its own',
      'class Range { *[Symbol.iterator]() { yield* [1, 2]; } }\nconst main = () => [...new Range()];',
      [1, 2],
    ],
  ])('runs %s', async (_, code, expected) => {
    expect(await runMain('javascript', code)).toEqual(expected);
  });
});

describe('the language up to ES2025', () => {
  it.each([
    ['[3, 1, 2].toSorted()', [1, 2, 3]],
    ['[1, 2].toReversed()', [2, 1]],
    ['[1, 2, 3].toSpliced(1, 1)', [1, 3]],
    ['[1, 2].with(0, 5)', [5, 2]],
    ['[1, 2].at(-1)', 2],
    ['[1, 2, 3].findLast((n) => n < 3)', 2],
    ['Object.groupBy([1, 2, 3], (n) => (n % 2 ? "odd" : "even"))', { odd: [1, 3], even: [2] }],
    [
      '[...Map.groupBy([1, 2, 3], (n) => n % 2)]',
      [
        [1, [1, 3]],
        [0, [2]],
      ],
    ],
    ['[...new Set([1, 2]).union(new Set([3]))]', [1, 2, 3]],
    ['new Set([1]).isSubsetOf(new Set([1, 2]))', true],
    ['[1, 2, 3].values().filter((n) => n > 1).map((n) => n * 2).toArray()', [4, 6]],
    ['Iterator.from([1, 2]).take(1).toArray()', [1]],
    ['"2024-05".match(/(?<year>\\d{4})-(?<month>\\d\\d)/).groups.month', '05'],
    ['"a1b2".replace(/(?<=b)\\d/, "x")', 'a1bx'],
    ['/^[\\p{L}--[a-z]]$/v.test("B")', true],
    ['/^\\p{Script=Greek}+$/u.test("αβγ")', true],
    ['/a(b)/d.exec("ab").indices[1]', [1, 2]],
    ['/(?i:a)b/.test("Ab")', true],
    ['RegExp.escape("a.b").length > 3', true],
    ['"a-a".replaceAll("a", "b")', 'b-b'],
    ['"\\ud800".isWellFormed()', false],
    ['Object.hasOwn({ a: 1 }, "a")', true],
    ['1_000_000', 1_000_000],
    ['String(2n ** 64n)', '18446744073709551616'],
    ['await Promise.any([Promise.reject(1), 2])', 2],
    [
      '(await Promise.allSettled([1, Promise.reject(2)])).map((r) => r.status)',
      ['fulfilled', 'rejected'],
    ],
    [
      'await (() => { const { promise, resolve } = Promise.withResolvers(); resolve(1); return promise; })()',
      1,
    ],
    ['await Promise.try(() => 5)', 5],
    ['new ArrayBuffer(8).transfer(16).byteLength', 16],
    ['new Float16Array([1.1])[0]', 1.099609375],
    ['Math.sumPrecise([0.1, 0.2, 0.3])', 0.6],
    ['new Error("x", { cause: "y" }).cause', 'y'],
  ])('%s', async (expression, expected) => {
    expect(await evaluate(expression)).toEqual(expected);
  });
});
