import { type HostileProgram, outOfMemory, returns, throws } from './hostile-program.js';

const hungry = (name: string, code: string): HostileProgram => ({
  name,
  code,
  expected: outOfMemory,
});

export const eatingMemory: readonly HostileProgram[] = [
  hungry(
    'keeps arrays',
    `function main() { const kept = []; for (;;) kept.push(new Array(1e4).fill(1)); }`,
  ),
  hungry(
    'keeps arrays as it loads',
    `const kept = []; for (;;) kept.push(new Array(1e4).fill(1)); function main() {}`,
  ),
  hungry(
    'keeps typed arrays',
    `function main() { const kept = []; for (;;) kept.push(new Float64Array(1e5)); }`,
  ),
  hungry(
    'asks for one typed array of a gigabyte',
    `const main = () => new Uint8Array(2 ** 30).length;`,
  ),
  hungry(
    'asks for one array buffer of a gigabyte',
    `const main = () => new ArrayBuffer(2 ** 30).byteLength;`,
  ),
  hungry(
    'repeats a text up to the longest that a text may be',
    `const main = () => 'x'.repeat(2 ** 29).length;`,
  ),
  hungry(
    'doubles a text without end',
    `function main() { let text = 'ü€'; const kept = []; for (;;) { text = text.slice(0, 1e6) + text; kept.push(text.split('')); } }`,
  ),
  hungry(
    'pads a text to half a gigabyte',
    `const main = () => 'x'.padStart(2 ** 29, 'ab').length;`,
  ),
  hungry(
    'multiplies a text with replaceAll',
    `const main = () => 'a'.repeat(1e5).replaceAll('a', 'b'.repeat(1e4)).length;`,
  ),
  hungry(
    'normalizes a long text to one that is many times longer',
    `function main() { const kept = []; for (;;) kept.push('\\ufdfa'.repeat(3000).normalize('NFKD')); }`,
  ),
  hungry(
    'splits long texts into letters',
    `function main() { const kept = []; for (;;) kept.push('ab'.repeat(1e5).split('')); }`,
  ),
  hungry(
    'joins with a separator of a megabyte',
    `const main = () => new Array(1000).join('x'.repeat(1e6)).length;`,
  ),
  hungry(
    'keeps closures over large scopes',
    `function main() { const kept = []; for (;;) { const big = new Array(100).fill(0); kept.push(() => big); } }`,
  ),
  hungry(
    'fills a Map',
    `function main() { const map = new Map(); for (let i = 0; ; i++) map.set(i, { i }); }`,
  ),
  hungry(
    'fills a Set with texts',
    `function main() { const set = new Set(); for (let i = 0; ; i++) set.add('text number ' + i); }`,
  ),
  hungry(
    'fills a WeakMap and keeps the keys',
    `function main() { const map = new WeakMap(), kept = []; for (;;) { const key = {}; kept.push(key); map.set(key, [key]); } }`,
  ),
  hungry(
    'gives one object millions of properties',
    `function main() { const object = {}; for (let i = 0; ; i++) object['key' + i] = i; }`,
  ),
  hungry(
    'fills the registry of symbols',
    `function main() { const kept = []; for (let i = 0; ; i++) kept.push(Symbol.for('symbol ' + i)); }`,
  ),
  hungry(
    'keeps captures of a regular expression',
    `function main() { const kept = []; const text = 'abcdefgh'.repeat(1e3); for (;;) kept.push(text.match(/(a)(b)(c)(d)(e)(f)(g)(h)/g)); }`,
  ),
  hungry(
    'starts promises that never settle',
    `function main() { const kept = []; for (;;) kept.push(new Promise((resolve) => { kept.push(resolve); })); }`,
  ),
  hungry(
    'queues promise jobs faster than they run',
    `function main() { for (;;) Promise.resolve(new Array(1000).fill(0)).then((list) => list.length); }`,
  ),
  hungry(
    'opens generators and keeps them',
    `function* count() { yield 1; }
function main() { const kept = []; for (;;) { const one = count(); one.next(); kept.push(one); } }`,
  ),
  hungry(
    'throws errors with causes that hang together',
    `function main() { let cause; for (;;) cause = new Error('x'.repeat(1000), { cause }); }`,
  ),
  hungry(
    'spreads a large array again and again',
    `function main() { let list = [1, 2, 3, 4]; for (;;) list = [...list, ...list]; }`,
  ),
  hungry(
    'concatenates arrays',
    `function main() { let list = new Array(1000).fill(0); for (;;) list = list.concat(list); }`,
  ),
  hungry(
    'writes JSON text of hundreds of megabytes',
    `function main() { const row = new Array(1e4).fill('x'.repeat(100)); const kept = []; for (;;) kept.push(JSON.stringify([row, row, row])); }`,
  ),
  hungry(
    'reads JSON text into millions of objects',
    `function main() { const text = '[' + '{"a":[]},'.repeat(1e4) + '1]'; const kept = []; for (;;) kept.push(JSON.parse(text)); }`,
  ),
  hungry(
    'evaluates new code without end',
    `function main() { const kept = []; for (let i = 0; ; i++) kept.push(Function('return "' + 'x'.repeat(1e5) + i + '"')); }`,
  ),
  hungry(
    'defines classes without end',
    `function main() { let Base = Object; const kept = []; for (;;) { Base = class extends Base { #a = 1; static b = 2; c() {} }; kept.push(Base); } }`,
  ),
  hungry(
    'grows a resizable number of bound functions',
    `function main() { let bound = () => 1; const kept = []; for (;;) kept.push((bound = (() => 1).bind(null, ...new Array(100)))); }`,
  ),
  hungry(
    'keeps BigInts of a megabit',
    `function main() { const kept = []; for (;;) kept.push(1n << 1000000n); }`,
  ),
  hungry(
    'throws what its memory ran out with after catching it',
    `function main() { const kept = []; try { for (;;) kept.push(new Array(1e4).fill(1)); } catch (error) { throw error; } }`,
  ),
  hungry(
    'runs out of memory in an async function',
    `async function main() { await null; const kept = []; for (;;) kept.push(new Array(1e4).fill(1)); }`,
  ),
  {
    name: 'catches that its memory ran out and answers all the same',
    code: `function main() {
  let kept = [];
  try { for (;;) kept.push(new Array(1e4).fill(1)); } catch { kept = undefined; }
  return 'still here';
}`,
    expected: returns('still here'),
  },
  {
    name: 'catches that its memory ran out, without end',
    code: `function main() {
  const kept = [];
  for (;;) { try { for (;;) kept.push([1, 2, 3, 4, 5, 6, 7, 8]); } catch { kept.length = 0; } }
}`,
    expected: { status: 'step-limit' },
  },
  {
    name: 'shifts a BigInt beyond what a BigInt may be',
    code: `const main = () => String(1n << (1n << 40n)).length;`,
    expected: throws('RangeError'),
  },
  {
    name: 'repeats a text to infinity',
    code: `const main = () => 'x'.repeat(Infinity);`,
    expected: throws('RangeError', 'invalid repeat count', 1),
  },
];
