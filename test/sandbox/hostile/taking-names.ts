import { type HostileProgram, returns, stepLimit, throws } from './hostile-program.js';

export const takingNames: readonly HostileProgram[] = [
  {
    name: 'has an entry point that is a keyword',
    code: `export const main = () => 1;`,
    entrypoint: 'new.target',
    expected: throws('ReferenceError', 'new.target is not defined by the program'),
  },
  {
    name: 'has an entry point that is the evaluation of code',
    code: `const unused = 1;`,
    entrypoint: 'eval',
    input: { n: 1 },
    expected: returns({ n: 1 }),
  },
  {
    name: 'has an entry point up the chain of constructors',
    code: `const main = () => 1;`,
    entrypoint: 'main.constructor.constructor',
    input: { n: 1 },
    expected: throws('SyntaxError'),
  },
  {
    name: 'has an entry point that leads through null',
    code: `const solver = null;`,
    entrypoint: 'solver.solve',
    expected: throws('TypeError'),
  },
  {
    name: 'has an entry point in the prototypes of everything',
    code: `const main = () => 1;`,
    entrypoint: '__proto__.constructor.keys',
    input: { a: 1, b: 2 },
    expected: returns(['a', 'b']),
  },
  {
    name: 'declares the names that a sandbox might use itself',
    code: `var report = 1, invoke = 2, register = 3, configure = 4, finish = 5, fail = 6, outcome = 7, entry = 8;
const JSON = 9, console = 10, Object = 11, Promise = 12, Reflect = 13, Array = 14;
function main() { return [report, invoke, register, configure, finish, fail, outcome, entry, JSON, console, Object, Promise, Reflect, Array].length; }`,
    expected: returns(14),
  },
  {
    name: 'declares the names that a sandbox might use itself in a module',
    code: `export const codeioEntry__ = 1, __codeio = 2, entry = 3;
export const main = () => [codeioEntry__, __codeio, entry];`,
    expected: returns([1, 2, 3]),
  },
  {
    name: 'calls the name under which a module might be entered',
    code: `export const main = () => 1;`,
    entrypoint: 'codeioEntry__',
    expected: throws('ReferenceError'),
  },
  {
    name: 'replaces everything that is global',
    code: `for (const name of Object.getOwnPropertyNames(globalThis)) {
  try { globalThis[name] = () => 'replaced'; } catch {}
}
function main(input) { return [input.n]; }`,
    entrypoint: 'main',
    input: { n: 1 },
    expected: returns([1]),
  },
  {
    name: 'deletes everything that is global but itself',
    code: `const root = globalThis, { ownKeys } = Reflect;
for (const name of ownKeys(root)) if (name !== 'main') delete root[name];
function main(input) { return [input.n, typeof Object]; }`,
    input: { n: 1 },
    expected: returns([1, 'undefined']),
  },
  {
    name: 'freezes everything that it can reach',
    code: `function main() {
  const seen = new Set();
  const freeze = (value) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value)) { try { freeze(value[key]); } catch {} }
    try { Object.freeze(value); } catch {}
  };
  freeze(globalThis);
  return seen.size > 200;
}`,
    expected: returns(true),
  },
  {
    name: 'has an entry point that a proxy pretends to export',
    code: `module.exports = new Proxy({}, { has: () => true, get: (_, key) => () => key });`,
    expected: throws('ReferenceError', 'main is not defined by the program'),
  },
  {
    name: 'exports its entry point by a getter that never ends',
    code: `Object.defineProperty(exports, 'main', { get() { for (;;); } });`,
    expected: stepLimit,
  },
  {
    name: 'replaces its module by a getter that throws',
    code: `Object.defineProperty(module, 'exports', { get() { throw new URIError('mine'); } });`,
    expected: throws('URIError', 'mine'),
  },
  {
    name: 'imports itself under the name in its stacks',
    code: `export const main = () => import('program.js').then((self) => self.main === main, () => true);`,
    expected: returns(true),
  },
];
