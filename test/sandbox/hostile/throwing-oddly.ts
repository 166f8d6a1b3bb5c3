import { type HostileProgram, outOfMemory, returns, stepLimit, throws } from './hostile-program.js';

/** Throws as it is called, and, under another name, as it loads: both are read by other code. */
const both = (
  what: string,
  expression: string,
  expected: HostileProgram['expected'],
): HostileProgram[] => [
  { name: `throws ${what}`, code: `function main() { throw ${expression}; }`, expected },
  { name: `throws ${what} as it loads`, code: `throw ${expression};`, expected },
];

export const throwingOddly: readonly HostileProgram[] = [
  ...both('null', 'null', throws('Error', 'null')),
  ...both('undefined', 'undefined', throws('Error', 'undefined')),
  ...both('a symbol', 'Symbol("x")', throws('Error', 'a symbol was thrown')),
  ...both('a BigInt', '10n ** 30n', throws('Error', `1${'0'.repeat(30)}`)),
  ...both('a text', '"just text"', throws('Error', 'just text')),
  ...both('a function', 'function named() {}', throws('named', '')),
  ...both('an object without a prototype', 'Object.create(null)', throws('Error', '')),
  ...both(
    'a proxy of which nothing can be read',
    'new Proxy({}, { get() { throw 1; } })',
    throws('Error', ''),
  ),
  ...both(
    'a proxy whose prototype cannot be asked for',
    'new Proxy({ name: "Odd", message: "there" }, { getPrototypeOf() { throw 1; } })',
    throws('Odd', 'there'),
  ),
  ...both(
    'a proxy that has been revoked',
    '(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; })()',
    throws('Error', ''),
  ),
  ...both(
    'an error whose name throws when it is read',
    '{ get name() { throw 1; }, message: "there" }',
    throws('Error', 'there'),
  ),
  ...both(
    'an error whose stack throws when it is read',
    '{ name: "Mine", message: "there", get stack() { throw null; } }',
    throws('Mine', 'there'),
  ),
  ...both(
    'an error whose name, message and stack are not texts',
    '{ name: 1, message: [2], stack: {} }',
    throws('Error', ''),
  ),
  ...both('an error whose stack loops when it is read', '{ get stack() { for (;;); } }', stepLimit),
  ...both(
    'an error whose name runs out of stack when it is read',
    '{ get name() { return this.name; }, message: "deep" }',
    throws('Error', 'deep'),
  ),
  ...both(
    'an error whose message asks for too much memory when it is read',
    '{ name: "Big", get message() { return "x".repeat(2 ** 29); } }',
    throws('Big', ''),
  ),
  ...both(
    'a frozen error',
    'Object.freeze(new RangeError("cold"))',
    throws('RangeError', 'cold', 1),
  ),
  ...both(
    'an error with a cause that is the error',
    '(() => { const e = new Error("round"); e.cause = e; return e; })()',
    throws('Error', 'round'),
  ),
  ...both(
    'an AggregateError full of oddities',
    'new AggregateError([null, Symbol(), new Proxy({}, {})], "many")',
    throws('AggregateError', 'many'),
  ),
  ...both(
    'an error whose message holds NUL, a lone surrogate and an emoji',
    'new Error("a\\0b\\ud800c😀")',
    throws('Error', 'a\0b\ud800c😀'),
  ),
  ...both(
    'an error whose message is ten megabytes long',
    'new Error("x".repeat(1e7))',
    throws('Error', `${'x'.repeat(1000)}…`),
  ),
  ...both(
    'an error with a name of a megabyte',
    'Object.assign(new Error("m"), { name: "N".repeat(1e6) })',
    throws(`${'N'.repeat(100)}…`, 'm'),
  ),
  ...both('itself, the global object', 'globalThis', throws('Error', '')),
  // It cannot be told from the engine's own, and is a mistake of the program either way.
  ...both(
    'what the engine throws when memory runs out',
    'new InternalError("out of memory")',
    outOfMemory,
  ),
  {
    name: 'rejects with undefined',
    code: `async function main() { throw undefined; }`,
    expected: throws('Error', 'undefined'),
  },
  {
    name: 'rejects with a hostile object',
    code: `const main = () => Promise.reject({ get message() { throw 1; }, name: 'Odd' });`,
    expected: throws('Odd', ''),
  },
  {
    name: 'leaves a rejection that nobody handles, and returns',
    code: `function main() { Promise.reject(new Error('unseen')); return 'fine'; }`,
    expected: returns('fine'),
  },
  {
    name: 'replaces what it threw in a finally block',
    code: `function main() { try { throw new Error('first'); } finally { throw new TypeError('second'); } }`,
    expected: throws('TypeError', 'second', 1),
  },
  {
    name: 'returns a promise that never settles',
    code: `const main = () => new Promise(() => {});`,
    expected: throws('Error', 'the returned promise never settles'),
  },
  {
    name: 'waits at the top level of its module for something that never comes',
    code: `export const main = () => 1;
await new Promise(() => {});`,
    expected: throws('Error', 'the module waits at its top level for something that never comes'),
  },
  {
    name: 'rejects at the top level of its module with null',
    code: `export const main = () => 1;
await Promise.reject(null);`,
    expected: throws('Error', 'null'),
  },
  {
    name: 'throws from a getter that stands for its entry point',
    code: `Object.defineProperty(globalThis, 'main', { get() { throw new RangeError('not for you'); } });`,
    expected: throws('RangeError', 'not for you', 1),
  },
  {
    name: 'throws an error whose message fills the memory when it is read',
    code: `const kept = [];
function main() { throw { get message() { for (;;) kept.push(new Array(1e4).fill(1)); } }; }`,
    expected: throws('Error', ''),
  },
];
