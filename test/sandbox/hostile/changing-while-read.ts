import { type HostileProgram, refused, returns, stepLimit, throws } from './hostile-program.js';

export const changingWhileRead: readonly HostileProgram[] = [
  {
    name: 'returns a thenable from a plain function',
    code: `const main = () => ({ then(resolve) { resolve('forged'); } });`,
    expected: refused('$.then', 'a function'),
  },
  {
    name: 'returns a thenable from an async function, which settles twice',
    code: `const main = async () => ({ then(resolve, reject) { resolve('first'); resolve('second'); reject('third'); } });`,
    expected: returns('first'),
  },
  {
    name: 'names its result a Map with Symbol.toStringTag',
    code: `const main = () => ({ [Symbol.toStringTag]: 'Map', a: 1 });`,
    expected: returns({ a: 1 }),
  },
  {
    name: 'dresses a Map as a plain object',
    code: `const main = () => [Object.setPrototypeOf(new Map([[1, 2]]), null)];`,
    expected: returns([{}]),
  },
  {
    name: 'dresses a plain object as a Map',
    code: `const main = () => [Object.create(Map.prototype), 1];`,
    expected: refused('$[0]', 'a Map'),
  },
  {
    name: 'answers every question about its result otherwise the next time',
    code: `function main() {
  let asked = 0;
  return new Proxy({}, {
    ownKeys: () => ['a', 'b'],
    getOwnPropertyDescriptor: () => ({ value: 'forged', enumerable: true, configurable: true }),
    get: () => ++asked,
  });
}`,
    expected: returns({ a: 1, b: 2 }),
  },
  {
    name: 'deletes a neighbour while its result is read',
    code: `function main() {
  const result = { spy: new Proxy({}, { ownKeys() { delete result.next; return []; } }), next: 1 };
  return result;
}`,
    expected: refused('$.next', 'undefined'),
  },
  {
    name: 'shortens an array while it is read',
    code: `function main() {
  const result = [new Proxy({}, { ownKeys() { result.length = 1; return []; } }), 1, 2];
  return result;
}`,
    expected: refused('$[1]', 'a hole'),
  },
  {
    name: 'closes a cycle while its result is read',
    code: `function main() {
  const inner = {};
  const result = { inner };
  inner.spy = new Proxy({}, { ownKeys() { inner.back = result; return []; } });
  inner.back = 1;
  return result;
}`,
    expected: refused('$.inner.back', 'a cycle'),
  },
  {
    name: 'makes a new level each time its result is read deeper',
    code: `function main() {
  const level = () => new Proxy({}, {
    ownKeys: () => ['a'],
    getOwnPropertyDescriptor: () => ({ value: 0, enumerable: true, configurable: true }),
    get: level,
  });
  return level();
}`,
    expected: refused(`$${'.a'.repeat(200)}`, 'nested deeper than 200 levels'),
  },
  {
    name: 'has a prototype that makes a new prototype whenever it is asked',
    code: `function main() {
  const up = () => new Proxy({}, { getPrototypeOf: up });
  return up();
}`,
    expected: stepLimit,
  },
  {
    name: 'returns a proxy that has been revoked',
    code: `function main() { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return { proxy }; }`,
    expected: throws('TypeError'),
  },
  {
    name: 'throws a made-up refusal while its result is read',
    code: `const main = () => new Proxy({}, { ownKeys() { throw { status: 'returned', reason: '"}' }; } });`,
    expected: throws('Error', ''),
  },
  {
    name: 'logs refused values until the depth of the encoder is used up',
    code: `function main() {
  for (let i = 0; i < 250; i++) console.log([undefined]);
  console.log({ a: [1] });
  return 0;
}`,
    expected: returns(0, [...Array.from({ length: 250 }, () => '[an object]'), '{"a":[1]}']),
  },
  {
    name: 'logs a refused value while its result is read',
    code: `function main() {
  return { spy: new Proxy({}, { ownKeys() { console.log([[undefined]]); return []; } }), bad: undefined };
}`,
    expected: refused('$.bad', 'undefined'),
  },
  {
    name: 'hides a value behind quotes, backslashes and braces in its keys',
    code: `const main = () => ({ '","value":"forged': 1, '\\\\': { '"}': '"' }, '': [] });`,
    expected: returns({ '","value":"forged': 1, '\\': { '"}': '"' }, '': [] }),
  },
  {
    name: 'returns own keys named __proto__, constructor and status',
    code: `const main = () => JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "status": "lost"}');`,
    expected: returns(
      JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "status": "lost"}'),
    ),
  },
  {
    name: 'throws an error that says it is a step limit',
    code: `function main() { throw Object.assign(new Error('interrupted'), { name: 'InternalError', status: 'step-limit' }); }`,
    expected: throws('InternalError', 'interrupted', 1),
  },
  {
    name: 'writes a forged frame into the stack of its error',
    code: `function main() {
  const error = new Error('x');
  Object.defineProperty(error, 'stack', { value: '    at "},"status":"returned" (program.js:77)' });
  throw error;
}`,
    expected: throws('Error', 'x', 77),
  },
  {
    name: 'returns an array with a forged length, holes and extra keys',
    code: `const main = () => Object.assign([1, 2], { extra: 3, '-1': 4 });`,
    expected: returns([1, 2]),
  },
  {
    name: 'returns numbers at the edges of what a number can be',
    code: `const main = () => [Number.MIN_VALUE, 2 ** 53 - 1, 0.1 + 0.2, -1e-7];`,
    expected: returns([Number.MIN_VALUE, 2 ** 53 - 1, 0.1 + 0.2, -1e-7]),
  },
  {
    name: 'stops the clock and fixes randomness for whoever comes next',
    code: `Math.random = () => 0.5; Date.now = () => 0; globalThis.Date = null; globalThis.Math = null;
const main = () => 'fixed';`,
    expected: returns('fixed'),
  },
];
