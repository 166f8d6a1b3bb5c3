import { describe, expect, it } from 'vitest';
import { checkCode } from '../../src/analysis/check-code.js';
import type { CodeProblem } from '../../src/core/code-problem.js';

function check(code: string, parameters?: readonly string[]): readonly CodeProblem[] {
  return checkCode({ language: 'javascript', code, entrypoint: 'main', parameters });
}

/** The problems of an expression in line 2. */
function problemsOf(expression: string): readonly string[] {
  const code = `function main(input) {\n  return [input, ${expression}];\n}`;
  return check(code).map(({ kind, message }) => `${kind}: ${message}`);
}

/** The problems of statements in line 2, before the function. */
function kindsOf(statements: string): readonly string[] {
  return check(`\n${statements}\nfunction main(input) { return input }`).map(({ kind }) => kind);
}

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

describe('the entry point', () => {
  it('must be there', () => {
    expect(check('const other = (x) => x')).toEqual([
      {
        kind: 'entrypoint-missing',
        message: 'The code does not define main, the function that is called.',
      },
    ]);
  });

  it('must be a function', () => {
    expect(check('\nclass main {}')).toEqual([
      {
        kind: 'entrypoint-missing',
        message: 'The code defines main as a class in line 2, but it is called as a function.',
        line: 2,
      },
    ]);
  });

  it('is not criticised when it is made as the code runs', () => {
    const code = 'const twice = (f) => (x) => f(f(x)); const main = twice((x) => x + 1)';
    expect(check(code, ['a', 'b'])).toEqual([]);
  });

  it.each([
    ['(a, b) => a + b', ['a', 'b']],
    ['(a, b = 2) => a + b', ['a', 'b']],
    ['({ x }, [y]) => x + y', ['a', 'b']],
    ['(...all) => all', ['a', 'b']],
    ['(a, ...rest) => [a, rest]', ['a', 'b']],
    ['function () { return arguments }', ['a', 'b']],
    ['function (x) { return x + arguments[1] }', ['a', 'b']],
    ['() => 1', []],
    ['(input) => input', undefined],
    ['({ a, b }) => a + b', undefined],
    ['(...all) => all', undefined],
  ])('may take its parameters as %s', (code, parameters) => {
    expect(check(`const main = ${code}`, parameters)).toEqual([]);
  });

  it.each([
    ['(a) => a', ['a', 'b'], '(a) in line 1, but must take exactly (a, b)'],
    ['(a, b, c) => a + b + c', ['a', 'b'], '(a, b, c) in line 1, but must take exactly (a, b)'],
    ['(b, a) => a + b', ['a', 'b'], '(b, a) in line 1, but must take exactly (a, b)'],
    ['({ a }) => a', ['a', 'b'], '({ a }) in line 1, but must take exactly (a, b)'],
    ['() => () => arguments', ['a'], '() in line 1, but must take exactly (a)'],
    ['(a) => a', [], '(a) in line 1, but must take no parameters'],
    [
      '(a, b) => a + b',
      undefined,
      '(a, b) in line 1, but must take one parameter, the input object',
    ],
    ['() => 1', undefined, '() in line 1, but must take one parameter, the input object'],
  ])('may not take other parameters: %s', (code, parameters, text) => {
    const problems = check(`const main = ${code}`, parameters);
    expect(problems.filter(({ kind }) => kind === 'parameters-differ')).toEqual([
      { kind: 'parameters-differ', message: `The function main takes ${text}.`, line: 1 },
    ]);
  });

  it.each([
    ['(a, b) => a', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['(a, b = 3) => a', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['(a, b) => { b = a; return a }', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['(a, b) => ((b) => b)(a)', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['({ a, b }) => a', undefined, 'b, which is part of its input, declared in line 1'],
    ['({ a: { b, c: [d] } }) => b', undefined, 'd, which is part of its input, declared in line 1'],
    [
      '(input) => {\nconst { a, b = 2 } = input; return a }',
      undefined,
      'b, which is part of its input, declared in line 2',
    ],
  ])('must use what it takes: %s', (code, parameters, text) => {
    const message = `The function main never uses ${text}.`;
    expect(check(`const main = ${code}`, parameters)).toEqual([
      { kind: 'unused-parameter', message, line: Number(text.at(-1)) },
    ]);
  });

  it.each([
    ['(a, b) => () => b + a', ['a', 'b']],
    ['(a, b = a) => b', ['a', 'b']],
    ['(a) => a++', ['a']],
    ['({ a, ...rest }) => rest', undefined],
    ['(input) => { const { a, ...rest } = input; return rest }', undefined],
    ['function (a, b) { return arguments }', ['a', 'b']],
    ['(a) => ({ a })', ['a']],
  ])('uses what it takes: %s', (code, parameters) => {
    expect(check(`const main = ${code}`, parameters)).toEqual([]);
  });
});

describe('checkCode', () => {
  it.each([
    ['javascript', 'const = 1', 'The code cannot be read as JavaScript: Unexpected token (1:6).'],
    [
      'typescript',
      '\n\nfunction main(x: ) {}',
      expect.stringMatching(/^The code cannot be read as TypeScript: .* \(3:\d+\)\.$/),
    ],
  ] as const)('says where the syntax of %s is wrong', (language, code, message) => {
    const line = code.split('\n').length;
    expect(checkCode({ language, code, entrypoint: 'main' })).toEqual([
      { kind: 'syntax', message, line },
    ]);
  });

  it('reports a name once, in its first line, and problems in the order of lines', () => {
    const code = [
      'const late = () => fetch(1);',
      'function main(x) {',
      '  console.log(x, Math.random());',
      '  console.error(Math.random(), fetch(x));',
      '  return Date.now();',
      '}',
    ].join('\n');
    expect(check(code).map(({ kind, line }) => [kind, line])).toEqual([
      ['network', 1],
      ['output', 3],
      ['randomness', 3],
      ['clock', 5],
    ]);
  });

  it('counts the lines of TypeScript as they are in the source', () => {
    const code =
      'interface Point {\n  x: number;\n}\n\nexport function main(\n  point: Point,\n): number {\n' +
      '  return point.x + Date.now();\n}';
    expect(checkCode({ language: 'typescript', code, entrypoint: 'main' })).toEqual([
      { kind: 'clock', message: 'The code reads the clock: Date.now() in line 8.', line: 8 },
    ]);
  });

  it('takes what TypeScript makes code of', () => {
    const code =
      'enum Kind { Low, High }\nclass Box { constructor(readonly kind: Kind) {} }\n' +
      'export const main = (low: boolean): Kind => new Box(low ? Kind.Low : Kind.High).kind;';
    const fn = { language: 'typescript', code, entrypoint: 'main', parameters: ['low'] } as const;
    expect(checkCode(fn)).toEqual([]);
  });

  it('knows nothing about other languages', () => {
    expect(checkCode({ language: 'python', code: 'import os', entrypoint: 'main' })).toEqual([]);
  });
});
