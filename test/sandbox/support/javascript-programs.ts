import type { ContractPrograms } from './contract-programs.js';

/** The programs of the contract in JavaScript. */
export const javascriptPrograms: ContractPrograms = {
  increments: [
    ['a function declaration', 'function main({ n }) { return n + 1 }'],
    ['an arrow function in a constant', 'const main = ({ n }) => n + 1'],
    ['an exported function', 'export function main({ n }) { return n + 1 }'],
    [
      'a function that the module keeps to itself',
      'export const other = 1; function main({ n }) { return n + other }',
    ],
    ['an async function', 'async function main({ n }) { await null; return n + 1 }'],
    ['a sloppy script', 'function main(input) { x = input.n; return x + 1 }'],
  ],
  listArguments: 'function main(...all) { return all }',
  method: {
    code: 'class Solver { static solve({ n }) { return n * 2 } }',
    entrypoint: 'Solver.solve',
  },
  echo: 'const main = ({ value }) => value',
  literal: (text) => `const main = () => (${text})`,
  expression: (expression) => `function main() { return ${expression} }`,
  print: 'function main() { console.log("a", 1); console.log("two\\nlines"); return 0 }',
  changeInput: 'function main({ list }) { list.push(1); list[0].push(1); return list }',

  throwing: {
    code: 'function main() {\n  const nothing = null;\n  return nothing.field;\n}',
    name: 'TypeError',
    message: "cannot read property 'field' of null",
    line: 3,
  },
  syntaxError: {
    code: 'function main() {\n  return 1;\n}\nfunction other( {',
    name: 'SyntaxError',
    line: 4,
  },
  failing: [
    ['a syntax error', { code: 'function main( {', name: 'SyntaxError' }],
    ['a missing function', { code: 'function other() {}', name: 'ReferenceError' }],
    [
      'an error while loading',
      { code: 'throw new URIError("x"); function main() {}', name: 'URIError' },
    ],
    [
      'an error where it is awaited',
      { code: 'async function main() { throw new EvalError("x") }', name: 'EvalError' },
    ],
    [
      'what the sandbox does not have',
      { code: 'function main() { fetch("http://127.0.0.1") }', name: 'ReferenceError' },
    ],
    [
      'a missing module',
      { code: 'import fs from "node:fs"; export function main() {}', name: 'ReferenceError' },
    ],
  ],
  oddThrows: [
    'throw null',
    'throw undefined',
    'throw Symbol("x")',
    'throw "text"',
    'throw { get message() { throw 1 } }',
    'throw new Proxy({}, { get() { throw 1 } })',
  ],
  waitingForever: {
    code: 'const main = () => new Promise(() => {})',
    name: 'Error',
    message: 'the returned promise never settles',
  },

  refusedValues: [
    ['undefined', '$', 'undefined'],
    ['{ a: [1, undefined] }', '$.a[1]', 'undefined'],
    ['[1, , 2]', '$[1]', 'a hole'],
    ['NaN', '$', 'NaN'],
    ['{ b: -0 }', '$.b', '-0'],
    ['[Infinity]', '$[0]', 'Infinity'],
    ['10n', '$', 'a bigint'],
    ['() => 1', '$', 'a function'],
    ['Symbol()', '$', 'a symbol'],
    ['new Map()', '$', 'a Map'],
    ['new Set([1])', '$', 'a Set'],
    ['new Date(0)', '$', 'a Date'],
    ['/x/', '$', 'a RegExp'],
    ['new Error("x")', '$', 'an Error'],
    ['new Uint8Array(2)', '$', 'a typed array'],
    ['{ get a() { return 1 } }', '$.a', 'a getter'],
  ],
  circular: {
    code: 'function main() { const a = { b: {} }; a.b.c = a; return [a] }',
    path: '$[0].b.c',
    reason: 'a cycle',
  },
  shared: 'function main() { const a = { x: 1 }; return [a, a] }',
  nested: 'function main() { let a = []; for (let i = 0; i < 1000; i++) a = [a]; return a }',

  endless: [
    ['a loop', 'function main() { for (;;); }'],
    ['a loop that awaits', 'async function main() { for (;;) await null; }'],
    ['a loop while the program loads', 'for (;;);'],
  ],
  memoryBomb: 'function main() { const all = []; for (;;) all.push(new Array(10000).fill(1)); }',
  endlessRecursion: 'function main() { return main() + 1 }',
  hugeResults: [
    ['a text', 'const main = () => "x".repeat(2e6)'],
    ['a list', 'const main = () => new Array(2 ** 31)'],
  ],
  loop: 'function main({ rounds }) { let sum = 0; for (let i = 0; i < rounds; i++) sum += 1; return sum }',

  marks: [
    'globalThis.mark = 1',
    'Array.prototype.mark = 1',
    'Object.prototype.mark = 1',
    'Math.random = () => 0.5',
    'Date.now = () => 5',
    'JSON.stringify = () => "1"',
    'Promise.prototype.then = () => {}',
    'delete globalThis.Array',
    'Object.freeze(Object.prototype)',
  ],
  probe: `function main() {
  return [typeof mark, [].mark === undefined, {}.mark === undefined, Math.random(), Date.now(), JSON.stringify({ a: 1 }), Object.isFrozen(Object.prototype)];
}`,
  leave: (mark, isAtLoad) =>
    isAtLoad ? `${mark}; function main() { return 1 }` : `function main() { ${mark}; return 1 }`,
  countCalls: 'let calls = 0; function main() { return ++calls }',
  reachHost: `const attempt = (action) => {
  try {
    const found = action();
    return found === undefined ? 'closed' : typeof found;
  } catch {
    return 'closed';
  }
};
function main() {
  return [
    attempt(() => process),
    attempt(() => globalThis.process),
    attempt(() => [].constructor.constructor('return this.process')()),
    attempt(() => require('node:fs')),
    attempt(() => fetch('http://127.0.0.1')),
  ];
}`,
  forge: `function main() {
  JSON.stringify = () => '"forged"';
  Object.keys = () => ['forged'];
  Array.isArray = () => true;
  Object.prototype.toJSON = () => 'forged';
  String.prototype.toJSON = () => 'forged';
  return { real: [1, 'two'] };
}`,

  surroundings:
    'function main() { return [Math.random(), Math.random(), Date.now(), new Date().getHours(), new Date(2024, 0, 1).getTime()] }',
  drawEarly: 'const drawn = Math.random(); const main = () => drawn',
};
