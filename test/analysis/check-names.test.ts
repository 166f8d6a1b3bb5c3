import { describe, expect, it } from 'vitest';
import { checkCode } from '../../src/analysis/check-code.js';
import { check, kindsOf, problemsOf } from './support/check.js';

describe('the clock', () => {
  it.each([
    ['Date.now()', 'Date.now()'],
    ["Date['now']()", 'Date.now()'],
    ['Date?.now?.()', 'Date.now()'],
    ['Date.now', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['new Date', 'new Date()'],
    ['Date()', 'Date()'],
    ['Date(2020, 1, 1)', 'Date()'],
    ['performance.now()', 'performance.now()'],
    ['typeof performance', 'performance'],
    ['Temporal.Now.instant()', 'Temporal.Now'],
    ['process.hrtime()', 'process.hrtime()'],
    ['process.hrtime.bigint()', 'process.hrtime'],
  ])('is found in %s', (expression, shown) => {
    expect(problemsOf(expression)).toEqual([
      `clock: The code reads the clock: ${shown} in line 2.`,
    ]);
  });

  it.each([
    ['setTimeout(f, 1)', 'setTimeout()'],
    ['setInterval(f, 1)', 'setInterval()'],
    ['setImmediate(f)', 'setImmediate()'],
    ['requestAnimationFrame(f)', 'requestAnimationFrame()'],
    ['[f].map(setTimeout)', 'setTimeout'],
  ])('is found in the timer %s', (expression, shown) => {
    expect(problemsOf(`(f) => ${expression}`)).toEqual([
      `clock: The code uses a timer: ${shown} in line 2.`,
    ]);
  });

  it.each([
    'new Date(input)',
    'new Date(2020, 0, 1)',
    'new Date(...input)',
    'Date.UTC(2020, 1)',
    "Date.parse('2020-01-01')",
    'input instanceof Date',
    'Date.prototype.getTime',
    '[Date]',
  ])('is not found in %s', (expression) => {
    expect(problemsOf(expression)).toEqual([]);
  });

  it('is found behind another name', () => {
    expect(kindsOf('const D = Date; const a = D.now(), b = new D()')).toEqual(['clock', 'clock']);
    expect(kindsOf('const D = Date; const a = new D(0)')).toEqual([]);
    expect(kindsOf('const { now } = Date')).toEqual(['clock']);
  });
});

describe('randomness', () => {
  it.each(['Math.random()', "Math['random']()", 'Math[`random`]()', '(Math)?.random()'])(
    'is found in %s',
    (expression) => {
      expect(problemsOf(expression)).toEqual([
        'randomness: The code draws random numbers: Math.random() in line 2.',
      ]);
    },
  );

  it.each([
    'const { random } = Math',
    'const { floor, random: draw } = Math',
    "const { ['random']: draw } = Math",
    'let random; ({ random } = Math)',
    'const f = ({ random } = Math) => random()',
    'const m = Math; m.random()',
    'let m; m = Math; m.random()',
    'const m = Math; const { random } = m',
    'const draw = Math.random',
    'crypto.getRandomValues([])',
    'const c = crypto',
  ])('is found in %s', (statements) => {
    expect(kindsOf(statements)).toEqual(['randomness']);
  });

  it.each([
    'const m = Math; m.floor(1)',
    'const { floor, max } = Math',
    "const f = (name) => Math['max' + name]",
    '[1].map(Math.sqrt)',
    'const f = (m) => m.random(); f(Math)',
    'const f = (Math) => Math.random()',
  ])('is not found in %s', (statements) => {
    expect(kindsOf(statements)).toEqual([]);
  });
});

describe('output, input and the network', () => {
  it.each([
    ['console.log(1)', 'output: The code prints: console.log() in line 2.'],
    ['process.stdout.write(1)', 'output: The code prints: process.stdout in line 2.'],
    ['print(1)', 'output: The code prints: print() in line 2.'],
    ['alert(1)', 'output: The code prints: alert() in line 2.'],
    ['prompt()', 'input-output: The code waits for input: prompt() in line 2.'],
    [
      'process.env.HOME',
      'input-output: The code depends on its surroundings: process.env in line 2.',
    ],
    ['Deno.cwd()', 'input-output: The code depends on its surroundings: Deno.cwd() in line 2.'],
    ['typeof window', 'input-output: The code depends on its surroundings: window in line 2.'],
    ['localStorage', 'input-output: The code depends on its surroundings: localStorage in line 2.'],
    ['fetch(1)', 'network: The code uses the network: fetch() in line 2.'],
    ['typeof fetch', 'network: The code uses the network: fetch in line 2.'],
    ['new XMLHttpRequest()', 'network: The code uses the network: new XMLHttpRequest() in line 2.'],
    ['new WebSocket(1)', 'network: The code uses the network: new WebSocket() in line 2.'],
  ])('are found in %s', (expression, problem) => {
    expect(problemsOf(expression)).toEqual([problem]);
  });

  it.each([
    'const fetch = (x) => x; fetch(1)',
    'function f(console) { console.log(1) }',
    'class fetch {} new fetch()',
    'try { null.x } catch (process) { process.exit }',
    'const o = { fetch() {} }; o.fetch(); o.console; o.Date.now()',
    'const o = { console: 1, process: 2 }; const { console: c, process: p } = o',
    '// fetch(1); console.log(1)',
    "const text = 'console.log(1); fetch(2)' + `Math.random()`",
    'console: for (;;) break console',
    'class A { fetch = 1; #process = 2; static document() { return 1 } }',
    '{ function fetch() {} } fetch()',
  ])('are not found where a name is local or no name: %s', (statements) => {
    expect(kindsOf(statements)).toEqual([]);
  });
});

describe('modules', () => {
  it.each([
    ["import fs from 'node:fs'", 'input-output'],
    ["import { readFile } from 'fs/promises'", 'input-output'],
    ["import * as https from 'https'", 'network'],
    ["import 'axios'", 'network'],
    ["import _ from 'lodash'", 'import'],
    ["export * from './fs'", 'import'],
    ["export { a } from 'b'", 'import'],
    ["import('http')", 'network'],
    ['(name) => import(name)', 'import'],
    ["const fs = require('fs')", 'input-output'],
    ["const { get } = require('http')", 'network'],
    ["const _ = require('lodash')", 'import'],
    ['(name) => require(name)', 'import'],
    ['const load = require', 'import'],
    ["module.require('fs')", 'import'],
    ['(() => import.meta.url); export {}', 'import'],
  ])('are found in %s', (statements, kind) => {
    expect(kindsOf(statements)).toEqual([kind]);
  });

  it('are named with the line where they are loaded first', () => {
    const [problem, ...others] = check(
      "\nimport fs from 'fs';\nimport { readFile } from 'fs';\nexport const main = (x) => x;",
    );
    expect(others).toEqual([]);
    expect(problem).toEqual({
      kind: 'input-output',
      message: 'The code loads a module for input and output: "fs" in line 2.',
      line: 2,
    });
  });

  it('are not found where nothing is loaded', () => {
    expect(kindsOf('if (require.main === module) { }')).toEqual([]);
    expect(kindsOf('function require(x) { return x } require(1)')).toEqual([]);
  });

  it('are not found in TypeScript where only types are taken from them', () => {
    const code =
      "import type { A } from 'a';\nimport { type B } from 'b';\nimport C from 'c';\n" +
      'export function main(x: A | B): C {\n  return x as never;\n}';
    expect(checkCode({ language: 'typescript', code, entrypoint: 'main' })).toEqual([]);
  });
});

describe('hidden code', () => {
  it.each([
    ['eval(input)', 'The code makes code out of text: eval() in line 2.'],
    ['(0, eval)(input)', 'The code makes code out of text: eval in line 2.'],
    ["new Function('x')", 'The code makes code out of text: new Function() in line 2.'],
    ["Function('x')", 'The code makes code out of text: Function() in line 2.'],
    ['WebAssembly', 'The code runs code that cannot be read: WebAssembly in line 2.'],
    ['globalThis[input]', 'The code hides which globals it uses: globalThis in line 2.'],
    ['Object.keys(globalThis)', 'The code hides which globals it uses: globalThis in line 2.'],
    ['globalThis.fetch(1)', 'The code uses the network: globalThis.fetch() in line 2.'],
    ["globalThis['fetch'](1)", 'The code uses the network: globalThis.fetch() in line 2.'],
    ['globalThis.globalThis.eval', 'The code makes code out of text: globalThis.eval in line 2.'],
    ['globalThis.Date.now()', 'The code reads the clock: globalThis.Date.now() in line 2.'],
  ])('is found in %s', (expression, message) => {
    expect(problemsOf(expression)).toEqual([`hidden-code: ${message}`]);
  });

  it.each([
    'with (Math) { floor(1) }',
    'const { fetch } = globalThis',
    'const { ...all } = globalThis',
    'const g = globalThis; g.fetch(1)',
    'const g = globalThis; const h = g; h.fetch(1)',
    'const F = Function; new F()',
  ])('is found in %s', (statements) => {
    expect(kindsOf(statements)).toContain('hidden-code');
  });

  it.each([
    'globalThis.Math.floor(1)',
    'typeof globalThis',
    'globalThis === undefined',
    'globalThis.Array',
    'globalThis.cache',
    'input instanceof Function',
    'Function.prototype.call',
  ])('is not found in %s', (expression) => {
    expect(problemsOf(expression)).toEqual([]);
  });

  it('does not make the local names around it unknown, or unused', () => {
    expect(kindsOf("const local = 1; function f(a) { eval('a'); with (a) { local } }")).toEqual([
      'hidden-code',
      'hidden-code',
    ]);
    const [problem, ...others] = check("function main(a) { return eval('a') }");
    expect([problem?.kind, others]).toEqual(['hidden-code', []]);
  });
});

describe('unknown names', () => {
  it.each([
    ['_.map(input)', 'The code uses _ in line 2, but it is not defined.'],
    ['typeof numpy', 'The code uses numpy in line 2, but it is not defined.'],
    ['Temporal.PlainDate', 'The code uses Temporal in line 2, but it is not defined.'],
    ['(total = 1)', 'The code assigns total in line 2 without declaring it.'],
    ['new URL(1)', 'The code uses URL in line 2, but it is not available where the code runs.'],
    ['globalThis.URL', 'The code uses URL in line 2, but it is not available where the code runs.'],
  ])('are found in %s', (expression, message) => {
    expect(problemsOf(expression)).toEqual([`unknown-name: ${message}`]);
  });

  it('include the arguments of no function', () => {
    expect(kindsOf('arguments')).toEqual(['unknown-name']);
    expect(kindsOf('function f() { return arguments }')).toEqual([]);
  });

  it('do not include what the sandbox has', () => {
    expect(problemsOf('[structuredClone, Intl, TextEncoder, atob, undefined, NaN]')).toEqual([]);
    expect(kindsOf('module.exports.x = 1; exports.y = 2')).toEqual([]);
  });
});
