import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  exactNumber,
  isExactNumber,
  JsonSyntaxError,
  parseJson,
  stringifyJson,
} from '../../src/index.js';

describe('parseJson', () => {
  it.each([
    '9007199254740993',
    '1.0',
    '1e400',
    '-0',
    '-1E+5',
    '0.1',
    '12345678901234567890.5',
    'NaN',
    'Infinity',
    '-Infinity',
  ])('carries %s to stringifyJson unchanged', (text) => {
    expect(stringifyJson(parseJson(text))).toBe(text);
    expect(stringifyJson(parseJson(`{"a":[${text}]}`))).toBe(`{"a":[${text}]}`);
  });

  it('gives plain numbers wherever they say the same', () => {
    expect(parseJson('[1, -2.5, 1e21, 9007199254740991]')).toEqual([
      1,
      -2.5,
      exactNumber('1e21'),
      9007199254740991,
    ]);
  });

  it('agrees with JSON.parse on every JSON text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(stringifyJson(parseJson(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps the key __proto__ a key', () => {
    const value = parseJson('{"__proto__": 1.0}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    '',
    '{',
    '[1,]',
    '{"a" 1}',
    '01',
    '1.',
    '"\n"',
    "{'a': 1}",
    'nul',
    '1 2',
    '[1.0',
    '"\\x"',
  ])('refuses %j and says where', (text) => {
    expect(() => parseJson(text)).toThrow(JsonSyntaxError);
    expect(() => parseJson(text)).toThrow(/at position \d+$/);
  });

  it('refuses what is nested too deep instead of running out of stack', () => {
    expect(() => parseJson('['.repeat(100_000))).toThrow('nested deeper than 1000 levels');
  });
});

describe('stringifyJson', () => {
  it('leaves out undefined properties', () => {
    expect(stringifyJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('names the path of what JSON cannot carry', () => {
    expect(() => stringifyJson({ a: [1, () => 1] })).toThrow('$.a[1] is function');
  });

  it('spaces for readers and sorts for hashes', () => {
    expect(stringifyJson({ b: [1, 2], a: 'x' }, { spaced: true })).toBe('{"b": [1, 2], "a": "x"}');
    expect(canonicalJson({ b: 1, a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":1}');
  });
});

describe('exactNumber', () => {
  it('is recognised, converts, and refuses what is no number', () => {
    const big = exactNumber('9007199254740993');
    expect(isExactNumber(big)).toBe(true);
    expect(isExactNumber({ text: '1' })).toBe(false);
    expect(Number(big)).toBe(9007199254740992);
    expect(() => exactNumber('one')).toThrow(TypeError);
  });
});
