import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import structuredClone from '../../../src/sandbox/guest/structured-clone.js?raw';
import { createGuest, type Guest, isModel, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

let guest: Guest;
beforeAll(async () => {
  guest = await createGuest([structuredClone]);
});
afterAll(() => guest.dispose());

/** Describes a value beyond what JSON shows: kinds, prototypes, holes, attributes. */
const inspect = `((value) => {
  const seen = new Map();
  const show = (value) => {
    if (typeof value === 'bigint') return value + 'n';
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
    if (typeof value !== 'object' || value === null) return [typeof value, String(value)];
    if (seen.has(value)) return 'seen ' + seen.get(value);
    seen.set(value, seen.size);
    const parts = [Object.prototype.toString.call(value), Object.getPrototypeOf(value)?.constructor.name];
    if (value instanceof Map || value instanceof Set) parts.push([...value].map(show));
    if (value instanceof Date) parts.push(+value);
    if (value instanceof RegExp) parts.push(String(value), value.lastIndex);
    if (value instanceof ArrayBuffer) parts.push([...new Uint8Array(value)]);
    if (ArrayBuffer.isView(value)) parts.push(value.byteOffset, value.byteLength, show(value.buffer));
    if (value instanceof Number || value instanceof String || value instanceof Boolean || value instanceof BigInt)
      parts.push(show(value.valueOf()));
    if (Array.isArray(value)) parts.push(value.length);
    for (const key of Reflect.ownKeys(value)) {
      if (key === 'stack') continue;
      const property = Object.getOwnPropertyDescriptor(value, key);
      parts.push([String(key), property.enumerable, property.writable, show(property.value)]);
    }
    return parts;
  };
  return show(value);
})`;

const values = [
  '1',
  '-0',
  'NaN',
  '"a"',
  'true',
  'null',
  'undefined',
  '5n',
  'Object(1)',
  'Object("ab")',
  'Object(false)',
  'Object(5n)',
  'new Date(5)',
  'new Date(NaN)',
  'Object.assign(/a(b)/gi, { lastIndex: 3 })',
  'new Uint8Array([1, 2, 3]).buffer',
  'new Uint8Array([1, 2, 3]).subarray(1)',
  'new Float64Array([1.5])',
  'new BigInt64Array([5n])',
  'new Uint8ClampedArray([300])',
  'new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)',
  'new Map([[1, { a: 1 }], [{ b: 2 }, new Set([1, "x"])]])',
  'new Set()',
  'new (class Own extends Map {})([[1, 2]])',
  'new Error("m")',
  'new Error()',
  'new RangeError("m", { cause: { a: [1] } })',
  'new AggregateError([1], "m")',
  'Object.assign(new Error("m"), { code: 5, message: 7 })',
  'Object.assign(new Error("m"), { name: "TypeError" })',
  'new (class Own extends Error { name = "Own" })("m")',
  'Object.create(Error.prototype)',
  '[1, , 3]',
  'Object.assign([1, , 3], { extra: [2] })',
  'new Array(5)',
  '[undefined, null]',
  '({ a: 1, b: undefined, [Symbol("s")]: 1 })',
  'Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true } })',
  'Object.defineProperty({ a: 1 }, "hidden", { value: 1 })',
  'Object.create(null)',
  '({ get a() { return { b: 1 }; } })',
  '({ get a() { delete this.b; return 1; }, b: 2 })',
  'new (class Point { constructor() { this.x = 1; } y() {} })()',
  'Object.freeze({ a: Object.freeze([1]) })',
  '({ __proto__: null, ["__proto__"]: 5 })',
  '(() => { const a = { list: [] }; a.self = a; a.list.push(a, a.list); return a; })()',
  '(() => { const s = {}; return [s, s, new Map([[s, s]]), new Set([s])]; })()',
  '(() => { const b = new ArrayBuffer(4); return [new Uint8Array(b), new Int16Array(b), b]; })()',
  '(() => { const m = new Map(); m.set(m, m); return m; })()',
];

const refused = [
  'structuredClone()',
  'structuredClone(() => 1)',
  'structuredClone({ a: [function named(x) { return x; }] })',
  'structuredClone(class A {})',
  'structuredClone({ f() {} })',
  'structuredClone(Symbol("a"))',
  'structuredClone(Math.max)',
  'structuredClone(Object(Symbol("a")))',
  'structuredClone(new WeakMap())',
  'structuredClone(new WeakSet())',
  'structuredClone(Promise.resolve())',
  'structuredClone([].values())',
  'structuredClone((function* () {})())',
  'structuredClone(new Map([[1, () => 2]]))',
  'structuredClone((function () { return arguments; })(1))',
  'structuredClone(new Error("a", { cause: () => 1 }))',
  'structuredClone({ get a() { throw new RangeError("r"); } })',
  'structuredClone(1, 5)',
  '[1, 2].map(structuredClone)',
];

describe('structuredClone in the guest', () => {
  it.each(values)('copies %s as Node.js does', (value) => {
    const expression = `(() => { const original = ${value}; const copy = structuredClone(original);
      return [${inspect}(copy), copy === original, ${inspect}(original) === ${inspect}(copy)]; })()`;
    expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it.each(refused)('refuses %s with the error of Node.js', (expression) => {
    const { name, code, message } = JSON.parse(guest.outcome(expression));
    const inNode = JSON.parse(nodeOutcome(expression));
    expect([name, code]).toEqual([inNode.name, inNode.code]);
    expect(message).toEqual(isModel ? inNode.message : expect.any(String));
  });

  it('copies any tree of JSON, maps, sets, dates and bytes as Node.js does', () => {
    const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
      leaf: fc.oneof(
        fc.jsonValue().map((value) => `(${JSON.stringify(value)})`),
        fc.date().map((date) => `new Date(${Number(date)})`),
        fc.uint8Array({ maxLength: 4 }).map((bytes) => `new Uint8Array([${bytes.join()}])`),
      ),
      tree: fc.oneof(
        { depthSize: 'small' },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 3 }).map((all) => `[${all.join()}]`),
        fc.array(tie('tree'), { maxLength: 3 }).map((all) => `new Set([${all.join()}])`),
        fc
          .array(fc.tuple(tie('tree'), tie('tree')), { maxLength: 3 })
          .map((all) => `new Map([${all.map(([key, value]) => `[${key}, ${value}]`).join()}])`),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const expression = `${inspect}(structuredClone(${value}))`;
        expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['Math', 'JSON', 'Object.create(Map.prototype)', 'Object.create(Promise)'])(
    'takes %s for a plain object, as Node.js does',
    (value) => {
      const expression = `Object.keys(structuredClone(${value}))`;
      expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
    },
  );

  it('says that it cannot transfer', () => {
    const outcome = guest.outcome('structuredClone(1, { transfer: [new ArrayBuffer(1)] })');
    expect(outcome).toContain('structuredClone with transfer is not available in the sandbox');
  });

  it('fails on input that is too deep for the stack with an error that can be caught', () => {
    const deep = 'let a = []; for (let i = 0; i < 1e5; i++) a = [a];';
    const code = `(() => { ${deep} try { structuredClone(a) } catch (e) { return e.message } })()`;
    expect(JSON.parse(guest.outcome(code)).value).toMatch(/stack/);
  });

  it('survives a program that poisons every prototype', async () => {
    const own = await createGuest([structuredClone]);
    own.run(`var clone = structuredClone; var value = { a: [1, { b: new Date(5) }], m: new Map([[1, new Set([2])]]),
      t: new Float64Array([1.5]), e: new RangeError('x', { cause: [1] }), o: Object(5) };
      var has = Map.prototype.get, apply = Reflect.apply;`);
    own.run(poison);
    own.run(`var copy = clone(value); if (copy.a[1].b === value.a[1].b || copy.t[0] !== 1.5 ||
      copy.e.cause[0] !== 1 || apply(has, copy.m, [1]) === undefined) throw new RangeError('wrong')`);
    own.dispose();
  });
});
