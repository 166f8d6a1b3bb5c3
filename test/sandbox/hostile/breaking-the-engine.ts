import { type HostileProgram, refused, returns, throws } from './hostile-program.js';

const nested = 'let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep];';

export const breakingTheEngine: readonly HostileProgram[] = [
  {
    name: 'nests the groups of a regular expression 100,000 deep',
    code: `const main = () => new RegExp('('.repeat(1e5) + ')'.repeat(1e5)).test('');`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'nests the non-capturing groups of a regular expression 100,000 deep',
    code: `const main = () => new RegExp('(?:'.repeat(1e5) + ')'.repeat(1e5)).test('');`,
    expected: throws('SyntaxError'),
    exceedsHostStack: true,
  },
  {
    name: 'asks a regular expression for 2^31 repetitions',
    code: `const main = () => /(?:a{2147483647}){2147483647}/.test('a'.repeat(1000));`,
    expected: returns(false),
  },
  {
    name: 'matches a star of nothing',
    code: `const main = () => [/(?:)*/.exec('x')[0], /(?:a*)*$/.test('a'.repeat(100) + 'b'), /(?=(a*))*x/u.source].length;`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'follows a chain of 100,000 prototypes',
    code: `function main() {
  let object = { found: 1 };
  for (let i = 0; i < 1e5; i++) object = Object.create(object);
  return [object.found, 'missing' in object];
}`,
    expected: returns([1, false]),
  },
  {
    name: 'drops a list linked 200,000 times',
    code: `function main() {
  let list = null;
  for (let i = 0; i < 2e5; i++) list = { list };
  list = null;
  return 'dropped';
}`,
    expected: returns('dropped'),
  },
  {
    name: 'awaits through 10,000 promises that wait for each other',
    code: `async function main() {
  let promise = Promise.resolve(1);
  for (let i = 0; i < 1e4; i++) promise = promise.then((n) => n);
  return promise;
}`,
    expected: returns(1),
  },
  {
    name: 'catches that its stack ran out, at the bottom and at every level above',
    code: `let caught = 0;
function dive() { try { dive(); } catch { caught++; } }
function main() { dive(); return caught > 0; }`,
    expected: returns(true),
  },
  {
    name: 'returns an array nested 100,000 deep',
    code: `function main() { ${nested} return deep; }`,
    expected: refused(`$${'[0]'.repeat(200)}`, 'nested deeper than 200 levels'),
  },
  {
    name: 'passes 100,000 arguments',
    code: `const main = () => Math.max(...new Array(1e5).fill(1));`,
    expected: throws('RangeError'),
  },
  {
    name: 'builds texts from 100,000 code points by apply',
    code: `const main = () => String.fromCharCode.apply(null, new Array(1e5).fill(65)).length;`,
    expected: throws('RangeError'),
  },
  {
    name: 'detaches a buffer while a typed array is sorted',
    code: `function main() {
  const list = new Uint8Array(64).map((_, i) => 64 - i);
  list.sort((a, b) => { try { list.buffer.transfer?.(0); } catch {} return a - b; });
  return typeof list.length;
}`,
    expected: returns('number'),
  },
  {
    name: 'shrinks an array while it is sorted, mapped and joined',
    code: `function main() {
  const list = Array.from({ length: 100 }, (_, i) => 100 - i);
  list.sort((a, b) => { list.length = 0; return a - b; });
  const mapped = [1, 2, 3].map((n, i, all) => { all.length = 1; return n; });
  const joined = [{ toString() { joinee.length = 0; return 'a'; } }, 1];
  const joinee = joined;
  return [list.length, mapped.length, joined.join()];
}`,
    expected: returns([100, 3, 'a,']),
  },
  {
    name: 'gives a species constructor that returns a foreign list',
    code: `function main() {
  const list = [1, 2, 3];
  list.constructor = { [Symbol.species]: function () { return new Proxy(Object.freeze([]), {}); } };
  return list.map((n) => n);
}`,
    expected: throws('TypeError'),
  },
  {
    name: 'moves the end of a Map while it is walked',
    code: `function main() {
  const map = new Map([[0, 0]]);
  map.forEach((_, key) => { map.delete(key); if (key < 20000) map.set(key + 1, 0); });
  return map.size;
}`,
    expected: returns(0),
  },
];
