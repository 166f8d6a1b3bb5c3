import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type JsonObject,
  type Language,
  type Outcome,
  parseJson,
  type RunOptions,
  type Sandbox,
  stringifyJson,
} from '../../src/index.js';
import { variants } from './support/variants.js';

describe.each(variants)('%s', (_, create) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await create();
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  const run = (
    code: string,
    input: JsonObject = {},
    options: RunOptions & { language?: Language; parameters?: string[]; entrypoint?: string } = {},
  ): Promise<Outcome> => {
    const { language = 'javascript', entrypoint = 'main', parameters, ...rest } = options;
    return sandbox.run({ language, code, entrypoint, parameters }, input, rest);
  };
  const value = async (...call: Parameters<typeof run>): Promise<unknown> => {
    const outcome = await run(...call);
    if (outcome.status !== 'returned') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };

  describe('real code', () => {
    it.each([
      ['a function declaration', 'function main({ n }) { return n + 1 }'],
      ['an arrow function in a constant', 'const main = ({ n }) => n + 1'],
      ['an exported function', 'export function main({ n }) { return n + 1 }'],
      [
        'a function that the module keeps to itself',
        'export const other = 1; function main({ n }) { return n + other }',
      ],
      ['an async function', 'async function main({ n }) { await null; return n + 1 }'],
      ['a sloppy script', 'function main(input) { x = input.n; return x + 1 }'],
    ])('runs %s', async (_, code) => {
      expect(await value(code, { n: 41 })).toBe(42);
    });

    it('calls positionally when the parameters are named', async () => {
      const options = { parameters: ['b', 'a'] };
      expect(await value('function main(...all) { return all }', { a: 1, b: 2 }, options)).toEqual([
        2, 1,
      ]);
    });

    it('calls a method by its path', async () => {
      const code = 'class Solver { static solve({ n }) { return n * 2 } }';
      expect(await value(code, { n: 21 }, { entrypoint: 'Solver.solve' })).toBe(42);
    });

    it('compiles TypeScript with enums and parameter properties', async () => {
      const code = `enum Size { Small = 1, Large }
class Box { constructor(private readonly size: Size) {} double(): number { return this.size * 2; } }
export function main({ n }: { n: number }): number { return new Box(Size.Large).double() + n; }`;
      expect(await value(code, { n: 1 }, { language: 'typescript' })).toBe(5);
    });

    it('returns what JSON can carry, exactly', async () => {
      const result = { text: 'ü\u0000"', list: [1, -2.5, true, null, []], nested: { a: {} } };
      expect(await value(`const main = () => (${JSON.stringify(result)})`)).toEqual(result);
    });

    it('captures the console', async () => {
      const outcome = await run('function main() { console.log("a", 1, { b: [2] }); return 0 }');
      expect(outcome).toMatchObject({ status: 'returned', logs: ['a 1 {"b":[2]}'] });
    });

    it('gives the guest an input of its own, __proto__ included', async () => {
      const input = parseJson('{"__proto__": {"x": 1}}') as JsonObject;
      expect(
        await value('const main = (i) => [Object.keys(i), {}.x === undefined]', input),
      ).toEqual([['__proto__'], true]);
      expect(stringifyJson(input)).toBe('{"__proto__":{"x":1}}');
    });
  });

  describe('errors', () => {
    it('carry name, message and line', async () => {
      expect(
        await run('function main() {\n  const nothing = null;\n  return nothing.field;\n}'),
      ).toMatchObject({
        status: 'threw',
        error: { name: 'TypeError', line: 3 },
      });
    });

    it('keep the line through the removal of types', async () => {
      const code =
        'interface A {\n  b: number;\n}\nexport function main(a: A): number {\n  throw new RangeError("no");\n}';
      expect(await run(code, {}, { language: 'typescript' })).toMatchObject({
        error: { name: 'RangeError', message: 'no', line: 5 },
      });
    });

    it.each([
      ['a syntax error', 'function main( {', 'SyntaxError'],
      ['a missing function', 'function other() {}', 'ReferenceError'],
      ['an error while loading', 'throw new URIError("x"); function main() {}', 'URIError'],
      ['a rejected promise', 'async function main() { throw new EvalError("x") }', 'EvalError'],
      [
        'what the sandbox does not have',
        'function main() { fetch("http://127.0.0.1") }',
        'ReferenceError',
      ],
      ['a missing module', 'import fs from "node:fs"; export function main() {}', 'ReferenceError'],
    ])('%s is thrown', async (_, code, name) => {
      expect(await run(code)).toMatchObject({ status: 'threw', error: { name } });
    });

    it.each([
      'null',
      'undefined',
      'Symbol("x")',
      '"text"',
      '{ get message() { throw 1 } }',
      'new Proxy({}, { get() { throw 1 } })',
    ])('survives throw %s', async (thrown) => {
      expect((await run(`function main() { throw ${thrown} }`)).status).toBe('threw');
    });

    it('says that a promise never settles', async () => {
      expect(await run('const main = () => new Promise(() => {})')).toMatchObject({
        status: 'threw',
        error: { message: 'the returned promise never settles' },
      });
    });
  });

  describe('values that JSON cannot carry', () => {
    it.each([
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
    ])('%s is refused with its path', async (expression, path, reason) => {
      expect(await run(`function main() { return ${expression} }`)).toEqual({
        status: 'unserializable',
        path,
        reason,
      });
    });

    it('a cycle is refused, and the same object twice is not', async () => {
      expect(await run('function main() { const a = { b: {} }; a.b.c = a; return [a] }')).toEqual({
        status: 'unserializable',
        path: '$[0].b.c',
        reason: 'a cycle',
      });
      expect(await value('function main() { const a = { x: 1 }; return [a, a] }')).toEqual([
        { x: 1 },
        { x: 1 },
      ]);
    });

    it('endless nesting is refused', async () => {
      const code =
        'function main() { let a = []; for (let i = 0; i < 1000; i++) a = [a]; return a }';
      expect(await run(code)).toMatchObject({
        status: 'unserializable',
        reason: 'nested deeper than 200 levels',
      });
    });
  });

  describe('limits', () => {
    it('stops what does not end', async () => {
      expect(await run('function main() { for (;;); }')).toEqual({ status: 'step-limit' });
      expect(await run('async function main() { for (;;) await null; }')).toEqual({
        status: 'step-limit',
      });
      expect(await run('for (;;);')).toEqual({ status: 'step-limit' });
    });

    it('stops what eats memory', async () => {
      const code =
        'function main() { const all = []; for (;;) all.push(new Array(10000).fill(1)); }';
      expect(await run(code)).toEqual({ status: 'out-of-memory' });
    });

    it('reports endless recursion as an error of the program', async () => {
      expect((await run('function main() { return main() + 1 }')).status).toBe('threw');
    });

    it('refuses huge results', async () => {
      expect(await run('const main = () => "x".repeat(2e6)')).toEqual({
        status: 'output-too-large',
      });
      expect(await run('const main = () => new Array(2 ** 31)')).toEqual({
        status: 'output-too-large',
      });
    });

    it('counts the same steps every time', async () => {
      const code =
        'function main() { let sum = 0; for (let i = 0; i < 300000; i++) sum += i % 7; return sum }';
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => run(code)));
      const steps = outcomes.map((outcome) => (outcome.status === 'returned' ? outcome.steps : -1));
      expect(new Set(steps).size).toBe(1);
      expect(steps[0]).toBeGreaterThan(10);
    });
  });

  describe('isolation', () => {
    it.each([
      'globalThis.mark = 1',
      'Array.prototype.mark = 1',
      'Object.prototype.mark = 1',
      'Math.random = () => 0.5',
      'Date.now = () => 5',
      'JSON.stringify = () => "1"',
      'Promise.prototype.then = () => {}',
      'delete globalThis.Array',
      'Object.freeze(Object.prototype)',
    ])('nothing of `%s` reaches the next call', async (mark) => {
      const probe = `function main() {
        return [typeof mark, [].mark === undefined, {}.mark === undefined, Math.random(), Date.now(), JSON.stringify({ a: 1 }), Object.isFrozen(Object.prototype)];
      }`;
      const before = await value(probe);
      await run(`function main() { ${mark}; return 1 }`);
      await run(`${mark}; function main() { return 1 }`);
      expect(await value(probe)).toEqual(before);
    });

    it('a program does not see its own earlier calls', async () => {
      const code = 'let calls = 0; function main() { return ++calls }';
      expect([await value(code), await value(code), await value(code)]).toEqual([1, 1, 1]);
    });

    it('the host is out of reach', async () => {
      const code = `function main() {
        return [typeof process, typeof require, typeof fetch, [].constructor.constructor('return typeof process')()];
      }`;
      const [processType, , , constructed] = (await value(code)) as string[];
      expect([processType, constructed]).toEqual(['undefined', 'undefined']);
    });

    it('poisoned intrinsics do not change what is read back', async () => {
      const code = `function main() {
        JSON.stringify = () => '"forged"';
        Object.keys = () => ['forged'];
        Array.isArray = () => true;
        Object.prototype.toJSON = () => 'forged';
        String.prototype.toJSON = () => 'forged';
        return { real: [1, 'two'] };
      }`;
      expect(await value(code)).toEqual({ real: [1, 'two'] });
    });
  });

  describe('clock and randomness', () => {
    const code =
      'function main() { return [Math.random(), Math.random(), Date.now(), new Date().getHours(), new Date(2024, 0, 1).getTime()] }';

    it('follow the seed and the given time', async () => {
      expect(await value(code, {}, { seed: 1 })).toEqual(await value(code, {}, { seed: 1 }));
      expect(await value(code, {}, { seed: 1 })).not.toEqual(await value(code, {}, { seed: 2 }));
      const [, , now, , newYear] = (await value(code, {}, { nowMs: 12345 })) as number[];
      expect([now, newYear]).toEqual([12345, Date.UTC(2024, 0, 1)]);
    });

    it('also where the program draws on them while it loads', async () => {
      const early = 'const drawn = Math.random(); const main = () => drawn';
      expect(await value(early, {}, { seed: 1 })).not.toBe(await value(early, {}, { seed: 2 }));
      expect(await value(early, {}, { seed: 1 })).toBe(await value(early, {}, { seed: 1 }));
    });
  });
});
