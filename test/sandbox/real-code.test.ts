import { describe, expect, it } from 'vitest';
import { createInProcessSandbox } from '../../src/index.js';
import { evaluate, runMain } from './support/real-code.js';

const sandbox = await createInProcessSandbox({ maxSteps: 2000 });

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

describe('whether a program is a module or a script', () => {
  it.each([
    ['a module on one line', 'const a = 1; export const main = () => a;', 1],
    ['a module after a comment', '/* license */ export const main = () => 1;', 1],
    ['a module made small', 'var a=()=>1;export{a as b};function main(){return 1}', 1],
    ['a module with a first line for the shell', '#!/bin/js\nexport const main = () => 1;', 1],
    [
      'await at the top level without exports',
      'const a = await Promise.resolve(42);\nconst main = () => a;',
      42,
    ],
    [
      'a script with a template that looks like a module',
      'const t = `\nexport default 1\n`;\nfunction main() { x = 1; return x; }',
      1,
    ],
    ['a module by its meta data', 'const main = () => typeof import.meta;', 'object'],
    ['a script with await inside', 'async function main() { x = await 1; return x; }', 1],
  ])('is told of %s', async (_, code, expected) => {
    expect(await runMain('javascript', code)).toEqual(expected);
  });

  it('is told without running anything twice', async () => {
    const code =
      'globalThis.runs = (globalThis.runs ?? 0) + 1;\nawait null;\nconst main = () => globalThis.runs;';
    expect(await runMain('javascript', code)).toBe(1);
    const drawn = 'const drawn = await Math.random();\nconst main = () => drawn;';
    const inScript = 'const drawn = Math.random();\nconst main = () => drawn;';
    expect(await runMain('javascript', drawn)).toBe(await runMain('javascript', inScript));
  });
});

describe('the entry point', () => {
  const call = async (code: string, entrypoint: string): Promise<unknown> => {
    const outcome = await sandbox.run({ language: 'javascript', code, entrypoint }, { n: 1 });
    if (outcome.status === 'returned') return outcome.value;
    return outcome.status === 'threw' ? `${outcome.error.name}: ${outcome.error.message}` : outcome;
  };

  it.each([
    ['a binding', 'const main = ({ n }) => n; export {};', 'main'],
    ['an export', 'const a = ({ n }) => n; export { a as main };', 'main'],
    ['the default export', 'export default ({ n }) => n;', 'default'],
    ['a default export with a name', 'export default function main({ n }) { return n; }', 'main'],
    ['inside of a binding', 'const a = { b: { c: ({ n }) => n } }; export {};', 'a.b.c'],
    ['inside of an export', 'const a = { b: ({ n }) => n }; export { a as s };', 's.b'],
    ['inside of the default export', 'export default { main: ({ n }) => n };', 'default.main'],
    [
      'an export with the name of a built-in',
      'const a = () => 1; export { a as escape };',
      'escape',
    ],
    ['an export with the name of a keyword', 'const a = () => 1; export { a as if };', 'if'],
    ['a binding that a module cannot have', 'var await = () => 1;', 'await'],
    ['exported as CommonJS', 'module.exports = { main: ({ n }) => n };', 'main'],
    ['exported as CommonJS by its name', 'exports.main = ({ n }) => n;', 'main'],
    ['exported with the name of a built-in', 'exports.escape = ({ n }) => n;', 'escape'],
    ['exported as the default', 'exports.default = ({ n }) => n;', 'default'],
    ['all that is exported', 'module.exports = ({ n }) => n;', 'main'],
    ['a method of all that is', 'module.exports = class A { static f() { return 1; } };', 'A.f'],
    ['exported and bound', 'function main() { return 1; }\nmodule.exports = { main };', 'main'],
    ['exported as itself', 'function main() { return 1; }\nmodule.exports = main;', 'main'],
    ['bound to a variable named module', 'const module = { main: () => 1 };', 'module.main'],
    [
      'bound in a program with its own exports',
      'let exports = 1;\nconst main = () => exports;',
      'main',
    ],
    [
      'in a universal module',
      '(function (root, make) { if (typeof define === "function" && define.amd) define([], make); else if (typeof module === "object" && module.exports) module.exports = make(); else root.lib = make(); })(this, function () { return { main: () => 1 }; });',
      'main',
    ],
    [
      'beside what is for the shell',
      'function main() { return 1; }\nif (require.main === module) { process.exit(main()); }',
      'main',
    ],
  ])('may be %s', async (_, code, entrypoint) => {
    expect(await call(code, entrypoint)).toBe(1);
  });

  it.each([
    ['const other = 1;', 'main', 'main is not defined by the program'],
    ['export const other = 1;', 'main', 'main is not defined by the program'],
    ['export const other = 1;', 'default', 'default is not defined by the program'],
    ['exports.other = () => 1;', 'main', 'main is not defined by the program'],
    ['const a = {};', 'a.b', 'a.b is not defined by the program'],
    ['const main = 1;', 'main', 'main is not a function'],
  ])('is missing in %j as %s', async (code, entrypoint, message) => {
    expect(await call(code, entrypoint)).toBe(`ReferenceError: ${message}`);
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
