import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEqual, type JsonValue, parseJson } from '../../src/index.js';

function same(actual: string, expected: string, mode?: 'tolerant' | 'strict' | 'paper'): boolean {
  return isEqual(parseJson(actual), parseJson(expected), { mode });
}

describe('the tolerant rule', () => {
  it.each<[string, string, boolean]>([
    ['3', '3', true],
    ['2.9999999999999996', '3', true],
    ['3.0', '3', true],
    ['3.001', '3', false],
    ['100000001', '100000002', false],
    ['100000001.4', '100000001', false],
    ['9007199254740993', '9007199254740992', false],
    ['9007199254740993', '9007199254740993', true],
    ['18446744073709551617', '18446744073709551617.0', true],
    ['999.5', '1000.0', true],
    ['1000.9', '1000.1', true],
    ['0.3333', '0.33333333', true],
    ['0.33', '0.33333333', false],
    ['0', '1e-17', true],
    ['1e400', '1e400', true],
    ['1e400', '2e400', false],
    ['NaN', 'NaN', true],
    ['NaN', '0', false],
    ['Infinity', 'Infinity', true],
    ['Infinity', '-Infinity', false],
    ['true', '1', false],
    ['"1"', '1', false],
    ['null', '0', false],
    ['[1, 2]', '[2, 1]', false],
    ['[1, 2]', '[1, 2, 3]', false],
    ['{"a": 1, "b": 2}', '{"b": 2, "a": 1}', true],
    ['{"a": 1}', '{"a": 1, "b": null}', false],
    ['{"a": null}', '{"b": null}', false],
    ['[]', '{}', false],
    ['{"a": [1.00001]}', '{"a": [1.0]}', true],
  ])('%s against %s: %s', (actual, expected, result) => {
    expect(same(actual, expected)).toBe(result);
  });

  it('takes other tolerances', () => {
    expect(isEqual(1.05, 1.04, { relativeTolerance: 0.1 })).toBe(true);
    expect(isEqual(0.001, 0.0001, { absoluteTolerance: 0.01 })).toBe(true);
  });
});

describe('the strict rule', () => {
  it.each<[string, string, boolean]>([
    ['1.0', '1', true],
    ['1e2', '100', true],
    ['2.9999999999999996', '3', false],
    ['0.1', '0.10000000000000001', false],
    ['9007199254740993', '9007199254740992', false],
    ['-0', '0', true],
  ])('%s against %s: %s', (actual, expected, result) => {
    expect(same(actual, expected, 'strict')).toBe(result);
  });
});

describe('verdict parity with the published rule', () => {
  it.each<[string, string, boolean]>([
    ['5', '5', true],
    ['5', '6', false],
    ['1.0004', '1.0', true],
    ['"a"', '"a"', true],
    ['[1, [2, "x"]]', '[1, [2, "x"]]', true],
    ['{"a": 1.5}', '{"a": 1.5001}', true],
    ['{"a": 1}', '{"b": 1}', false],
    ['null', 'null', true],
  ])('both rules agree on %s against %s', (actual, expected, result) => {
    expect(same(actual, expected, 'paper')).toBe(result);
    expect(same(actual, expected)).toBe(result);
  });

  it.each<[string, string, boolean, string]>([
    ['2.9999999999999996', '3', true, 'the integer parts differ only by round-off'],
    [
      '999.5',
      '1000.0',
      true,
      'a fraction within 0.1 % is close wherever the integer boundary lies',
    ],
    ['100000001.4', '100000001', false, 'an integer is not met by a fraction 0.4 away'],
    ['0', '1e-17', true, 'a relative tolerance alone leaves nothing near zero'],
    ['true', '1', false, 'a boolean is not a number'],
    ['NaN', 'NaN', true, 'a truth that nothing equals could never be predicted'],
  ])(
    'we say %s against %s: %s, and the published rule does not, because %s',
    (actual, expected, ours) => {
      expect(same(actual, expected)).toBe(ours);
      expect(same(actual, expected, 'paper')).toBe(!ours);
    },
  );

  it('judges an exact fraction right, which the published check of outputs never could (its is_close lacked an import)', () => {
    expect(same('0.5', '0.5')).toBe(true);
  });
});

describe('for any values', () => {
  const json = fc.jsonValue() as fc.Arbitrary<JsonValue>;

  it('equals itself, in every mode', () => {
    fc.assert(
      fc.property(json, (value) => {
        for (const mode of ['tolerant', 'strict', 'paper'] as const) {
          expect(isEqual(value, value, { mode })).toBe(true);
        }
      }),
    );
  });

  it('is tolerant of whatever is strictly equal', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        if (isEqual(a, b, { mode: 'strict' })) expect(isEqual(a, b)).toBe(true);
      }),
    );
  });
});
