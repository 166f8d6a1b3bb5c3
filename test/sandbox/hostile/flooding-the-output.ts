import { type HostileProgram, outputTooLarge, returns } from './hostile-program.js';

export const floodingTheOutput: readonly HostileProgram[] = [
  {
    name: 'floods the console',
    code: `function main() { for (let i = 0; i < 20000; i++) console.log('x'.repeat(1000)); return 'done'; }`,
    expected: returns('done'),
  },
  {
    name: 'logs one line of ten megabytes',
    code: `function main() { console.log('x'.repeat(1e7)); return 'done'; }`,
    expected: returns('done', [`${'x'.repeat(16 * 1024)}…`]),
  },
  {
    name: 'logs objects without end in them',
    code: `function main() {
  const cycle = { list: [] };
  cycle.list.push(cycle);
  console.log(cycle);
  console.log({ a: 1 });
  return 'done';
}`,
    expected: returns('done', ['[an object]', '{"a":1}']),
  },
  {
    name: 'returns a text of two million letters',
    code: `const main = () => 'x'.repeat(2e6);`,
    expected: outputTooLarge,
  },
  {
    name: 'returns a text that only escaping makes too long',
    code: `const main = () => '\\u0001'.repeat(3e5);`,
    expected: outputTooLarge,
  },
  {
    name: 'returns an array of 2^32 holes',
    code: `const main = () => { const list = []; list.length = 2 ** 32 - 1; return list; };`,
    expected: outputTooLarge,
  },
  {
    name: 'returns the same large array a thousand times',
    code: `const main = () => { const list = new Array(100).fill('x'.repeat(200)); return new Array(1000).fill(list); };`,
    expected: outputTooLarge,
  },
  {
    name: 'returns a small graph that is a tree of 2^60 leaves',
    code: `const main = () => { let node = 'leaf'.repeat(100); for (let i = 0; i < 60; i++) node = [node, node]; return node; };`,
    expected: outputTooLarge,
  },
  {
    name: 'returns a proxy that claims to be an array of 2^53 elements',
    code: `const main = () => new Proxy([], { get: (_, name) => (name === 'length' ? 2 ** 53 - 1 : 1) });`,
    expected: outputTooLarge,
  },
  {
    name: 'returns an object with a hundred thousand keys of 20 letters',
    code: `const main = () => Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [String(i).padStart(20, 'k'), i]));`,
    expected: outputTooLarge,
  },
];
