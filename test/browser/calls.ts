import type { JsonObject, Language, Program, RunOptions } from 'codeio/sandbox';

/** One call, as page and test both make it. */
export interface NamedCall {
  readonly name: string;
  readonly program: Program;
  readonly input: JsonObject;
  readonly options: RunOptions;
}

/** Small enough that a page is through with all of them in a moment. */
export const limits = { maxSteps: 200, maxOutputBytes: 10_000 };

const call = (
  name: string,
  code: string,
  more: { input?: JsonObject; options?: RunOptions; language?: Language } = {},
): NamedCall => {
  const { input = {}, options = {}, language = 'javascript' } = more;
  return { name, program: { language, code, entrypoint: 'main' }, input, options };
};

const typescript = `interface Size { width: number; height: number }
enum Unit { Inch = 1, Foot = 12 }
class Box {
  constructor(private readonly size: Size) {}
  area(unit: Unit): number { return this.size.width * this.size.height * unit; }
}
export const main = (size: Size): number => {
  if (size.width < 0) throw new RangeError('negative' satisfies string);
  return new Box(size).area(Unit.Foot);
};`;
const dice = `export const main = () => [Math.random(), Math.random(), Date.now(), String(new Date(2024, 0, 1))];`;
const early = `const drawn = [Math.random(), Date.now()]; const main = () => drawn;`;
const stateful = `let calls = globalThis.calls ?? 0; Array.prototype.mark ??= 0;
const main = () => [++calls, ++globalThis.calls || (globalThis.calls = 1), ++Array.prototype.mark];`;

export const calls: readonly NamedCall[] = [
  call('returned', 'const main = ({ a, b }) => ({ sum: a + b, list: [a, b, null, "ü€😀"] })', {
    input: { a: 0.1, b: 0.2 },
  }),
  call(
    'returned after work',
    'const main = () => { let s = 0; for (let i = 0; i < 4e5; i++) s += i % 7; return s }',
  ),
  call('threw', 'function main() {\n  const nothing = null;\n  return nothing.field;\n}'),
  call('threw as it loaded', '\n\nthrow new URIError("early");\nfunction main() {}'),
  call('syntax error', 'function main( {'),
  call('typescript', typescript, { input: { width: 3, height: 4 }, language: 'typescript' }),
  call('typescript that throws', typescript, {
    input: { width: -1, height: 4 },
    language: 'typescript',
  }),
  call('typescript syntax error', 'let a: = 1;\nfunction main() {}', { language: 'typescript' }),
  call('step-limit', 'function main() { for (;;); }'),
  call('step-limit of promises', 'async function main() { for (;;) await null; }'),
  call(
    'out-of-memory',
    'function main() { const all = []; for (;;) all.push(new Array(1e4).fill(1)); }',
  ),
  call('output-too-large', 'const main = () => "x".repeat(1e5)'),
  call('stack overflow', 'const main = ({ n }) => main({ n: n + 1 }) + 1', { input: { n: 0 } }),
  call('unserializable', 'const main = () => ({ rows: [1, new Map()] })'),
  call(
    'module with await at its top level',
    'const two = await Promise.resolve(2);\nexport const main = () => two * 21;',
  ),
  call(
    'timers',
    `export async function main() {
      const order = [];
      setTimeout(() => order.push('late'), 20);
      setTimeout((word) => order.push(word), 10, 'early');
      queueMicrotask(() => order.push('microtask'));
      const before = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      return [order, Date.now() - before, performance.now()];
    }`,
  ),
  call('a promise that never settles', 'const main = () => new Promise(() => {})'),
  call('seed 1', dice, { options: { seed: 1 } }),
  call('seed 2 at another time', dice, { options: { seed: 2, nowMs: 12_345 } }),
  call('drawn early, seed 1', early, { options: { seed: 1 } }),
  call('drawn early, seed 2', early, { options: { seed: 2 } }),
  call('state, first call', stateful),
  call('state, second call', stateful),
  call('no state of another program', 'const main = () => [typeof calls, [].mark === undefined]'),
  call(
    'console',
    'const main = () => { console.log("a", 1, { b: [2] }); console.warn("é"); return 0 }',
  ),
  call(
    'no host',
    'const main = () => [typeof process, typeof window, typeof document, typeof self, typeof navigator]',
  ),
  call('what is refused', 'const main = () => fetch("/outcomes")'),
  call(
    'locale',
    `const main = () => [(1234567.891).toLocaleString('en-US'), 'ä'.localeCompare('z'), 'I'.toLocaleLowerCase(),
    new Date(0).toLocaleString('en-US'), new Date(2024, 1, 29).toLocaleDateString('en-US'), new Intl.NumberFormat('en-US').format(1e6)]`,
  ),
  call(
    'text',
    `const main = () => [Array.from(new TextEncoder().encode('ü')), btoa('hello'), structuredClone({ a: [1n].length })]`,
  ),
];
