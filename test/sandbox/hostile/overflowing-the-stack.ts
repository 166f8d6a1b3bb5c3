import { type HostileProgram, throws } from './hostile-program.js';

/** What the interpreter throws when the stack that it allows is used up. */
const stackOverflow = throws('InternalError', 'stack overflow');

/** The parser reports the same as an error of syntax. */
const parserOverflow = throws('SyntaxError', 'stack overflow');

const overflows = (name: string, code: string): HostileProgram => ({
  name,
  code,
  expected: stackOverflow,
});

const overflowsInside = (name: string, code: string): HostileProgram => ({
  ...overflows(name, code),
  exceedsHostStack: true,
});

const nested = 'let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep];';

export const overflowingTheStack: readonly HostileProgram[] = [
  overflows('calls itself without end', `function main() { return main() + 1; }`),
  overflows(
    'calls itself without end as it loads',
    `function main() { return main() + 1; } main();`,
  ),
  overflows(
    'constructs itself without end',
    `class Self { constructor() { this.self = new Self(); } } const main = () => new Self();`,
  ),
  overflows(
    'calls itself through a getter',
    `const self = { get self() { return this.self; } }; const main = () => self.self;`,
  ),
  overflows(
    'calls itself through a proxy whose target is itself',
    `function main() {
  const handler = { get: (target, name, receiver) => receiver[name] };
  return new Proxy({}, handler).anything;
}`,
  ),
  overflows(
    'stacks a hundred thousand proxies on each other',
    `function main() {
  let proxy = {};
  for (let i = 0; i < 1e5; i++) proxy = new Proxy(proxy, {});
  return proxy.anything;
}`,
  ),
  overflows(
    'sorts with a comparator that sorts',
    `const main = () => [2, 1].sort(function compare() { return [2, 1].sort(compare); });`,
  ),
  overflows(
    'replaces with a callback that replaces',
    `const replace = () => 'a'.replace(/a/, replace); const main = () => replace();`,
  ),
  overflows(
    'turns itself into a text by turning itself into a text',
    `const main = () => String({ toString() { return String(this); } });`,
  ),
  overflowsInside(
    'applies a function to itself through Reflect',
    `function main() { return Reflect.apply(main, this, arguments); }`,
  ),
  overflowsInside(
    'binds a function two thousand times',
    `function main() { let bound = () => 1; for (let i = 0; i < 2000; i++) bound = bound.bind(null); return bound(); }`,
  ),
  overflowsInside(
    'turns an array nested 100,000 deep into a text',
    `function main() { ${nested} return String(deep).length; }`,
  ),
  overflowsInside(
    'flattens an array nested 100,000 deep',
    `function main() { ${nested} return deep.flat(Infinity).length; }`,
  ),
  overflowsInside(
    'writes an array nested 100,000 deep as JSON',
    `function main() { ${nested} return JSON.stringify(deep).length; }`,
  ),
  overflowsInside(
    'writes JSON with a toJSON that writes JSON',
    `const main = () => JSON.stringify({ toJSON() { return JSON.stringify(this); } });`,
  ),
  overflowsInside(
    'revives JSON that never ends',
    `function main() {
  return JSON.parse('[0, 1]', function (key, value) { if (value === 0) this[1] = [0, 1]; return value; });
}`,
  ),
  {
    name: 'reads JSON nested 100,000 deep',
    code: `const main = () => JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)).length;`,
    expected: parserOverflow,
    exceedsHostStack: true,
  },
  {
    name: 'builds a function with 100,000 parentheses',
    code: `const main = () => Function('return ' + '('.repeat(1e5) + '1' + ')'.repeat(1e5))();`,
    expected: parserOverflow,
    exceedsHostStack: true,
  },
  {
    name: 'builds a function with 100,000 nested blocks',
    code: `const main = () => Function('{'.repeat(1e5) + '}'.repeat(1e5))();`,
    expected: parserOverflow,
    exceedsHostStack: true,
  },
  {
    name: 'evaluates a chain of 100,000 unary operators',
    code: `const main = () => eval('!'.repeat(1e5) + '1');`,
    expected: parserOverflow,
    exceedsHostStack: true,
  },
  {
    name: 'is itself nested 20,000 parentheses deep',
    code: `const main = () => ${'('.repeat(20_000)}1${')'.repeat(20_000)};`,
    expected: parserOverflow,
    exceedsHostStack: true,
  },
  {
    name: 'is itself nested 20,000 arrays deep',
    code: `export const main = () => ${'['.repeat(20_000)}1${']'.repeat(20_000)};`,
    expected: parserOverflow,
    exceedsHostStack: true,
  },
  {
    name: 'delegates through 10,000 generators',
    code: `function* count(depth) { if (depth > 0) yield* count(depth - 1); else yield 'deep'; }
const main = () => count(10000).next().value;`,
    expected: stackOverflow,
  },
];
