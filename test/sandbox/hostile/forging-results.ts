import { type HostileProgram, refused, returns, throws } from './hostile-program.js';

export const forgingResults: readonly HostileProgram[] = [
  {
    name: 'poisons JSON, Object, Array and Reflect as it loads',
    code: `JSON.stringify = () => '"forged"'; JSON.parse = () => 'forged';
for (const name of Object.getOwnPropertyNames(Reflect)) Reflect[name] = () => 'forged';
Object.keys = () => ['forged']; Object.hasOwn = () => false; Array.isArray = () => true;
Object.getOwnPropertyDescriptor = () => ({ value: 'forged' }); String = Number = () => 'forged';
const main = (input) => ({ real: [1, input.word] });`,
    input: { word: 'two' },
    expected: returns({ real: [1, 'two'] }),
  },
  {
    name: 'gives Object.prototype, String.prototype and Array.prototype a toJSON',
    code: `Object.prototype.toJSON = String.prototype.toJSON = Array.prototype.toJSON = () => 'forged';
const main = () => ({ real: ['text', { deep: 1 }] });`,
    expected: returns({ real: ['text', { deep: 1 }] }),
  },
  {
    name: 'returns an instance whose class has a toJSON',
    code: `class Money { constructor() { this.cents = 5; } toJSON() { return 'forged'; } }
const main = () => new Money();`,
    expected: returns({ cents: 5 }),
  },
  {
    name: 'returns an object with a toJSON of its own',
    code: `const main = () => ({ a: 1, toJSON: () => 'forged' });`,
    expected: refused('$.toJSON', 'a function'),
  },
  {
    name: 'answers to the name of the status on Object.prototype',
    code: `for (const name of ['status', 'reason', 'path', 'value', 'steps', 'logs', 'error', 'name', 'message', 'stack', 'text', 'prototype', 'depth', 'size']) {
  Object.defineProperty(Object.prototype, name, { __proto__: null, get: () => 'returned', set() {}, configurable: true });
}
const main = () => ({ bad: undefined });`,
    expected: refused('$.bad', 'undefined'),
  },
  {
    name: 'swallows what is written to status on Object.prototype',
    code: `Object.defineProperty(Object.prototype, 'status', { set() {}, configurable: true });
const main = () => [() => 1];`,
    expected: refused('$[0]', 'a function'),
  },
  {
    name: 'forges a refusal of its result into a success through Object.prototype',
    code: `Object.defineProperty(Object.prototype, 'status', { get: () => 'returned","value":"forged","x":"', set() {}, configurable: true });
const main = () => [NaN];`,
    expected: refused('$[0]', 'NaN'),
  },
  {
    name: 'gives every descriptor a getter through Object.prototype while parameters are named',
    code: `Object.prototype.get = () => 'forged'; Object.prototype.set = () => {};
const main = (a, b) => [b, a];`,
    input: { a: 1, b: 2 },
    parameters: ['a', 'b'],
    expected: returns([2, 1]),
  },
  {
    name: 'makes every property unwritable and hidden through Object.prototype',
    code: `Object.prototype.writable = Object.prototype.enumerable = Object.prototype.configurable = false;
const main = (a) => { a.push(2); return { a }; };`,
    input: { a: [1] },
    parameters: ['a'],
    expected: returns({ a: [1, 2] }),
  },
  {
    name: 'catches indexes with setters on Array.prototype',
    code: `const caught = [];
for (let i = 0; i < 5; i++) Object.defineProperty(Array.prototype, i, { set(value) { caught.push(typeof value); }, get: () => 'forged', configurable: true });
function main(a, b) { console.log('x', 'y'); return { a, b, count: caught.length }; }`,
    input: { a: 1, b: [2] },
    parameters: ['a', 'b'],
    expected: returns({ a: 1, b: [2], count: 0 }, ['x y']),
  },
  {
    name: 'makes every Array iterate over forged elements',
    code: `Array.prototype[Symbol.iterator] = function* () { yield 'forged'; };
Object.defineProperty(Array.prototype, 'length', { value: 0 });
function main() { console.log('a', 'b'); return [1, 2]; }`,
    expected: returns([1, 2], ['a b']),
  },
  {
    name: 'claims that everything is a Promise',
    code: `Object.defineProperty(Promise, Symbol.hasInstance, { value: () => true });
const main = () => ({ plain: true });`,
    expected: returns({ plain: true }),
  },
  {
    name: 'claims that nothing is a Promise',
    code: `Object.defineProperty(Promise, Symbol.hasInstance, { value: () => false });
const main = async () => 7;`,
    expected: returns(7),
  },
  {
    name: 'claims that every error is one of the engine',
    code: `Object.defineProperty(InternalError, Symbol.hasInstance, { value: () => true });
function main() { throw { name: 'Mine', message: 'out of memory' }; }`,
    expected: throws('Mine', 'out of memory'),
  },
  {
    name: 'loops when asked whether an error is one of the engine',
    code: `Object.defineProperty(InternalError, Symbol.hasInstance, { value() { for (;;); } });
function main() { throw new TypeError('short'); }`,
    expected: throws('TypeError', 'short', 2),
  },
  {
    name: 'puts its own then on Promise.prototype',
    code: `Promise.prototype.then = function (resolve) { resolve('forged'); };
async function main() { return 'real'; }`,
    expected: returns('real'),
  },
  {
    name: 'puts its own then on the promise that it returns',
    code: `const main = () => Object.assign(Promise.resolve('real'), { then: (resolve) => resolve('forged') });`,
    expected: returns('real'),
  },
  {
    name: 'returns a promise whose constructor throws when it is read',
    code: `const main = () => Object.defineProperty(Promise.resolve('real'), 'constructor', { get() { throw new Error('read'); } });`,
    expected: throws('Error', 'read', 1),
  },
  {
    name: 'returns a promise whose species calls back forged values',
    code: `class Mine extends Promise {
  static get [Symbol.species]() { return function (executor) { executor(() => 'forged', () => 'forged'); }; }
}
const main = () => Mine.resolve('real');`,
    expected: returns('real'),
  },
];
