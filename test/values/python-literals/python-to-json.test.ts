import { describe, expect, it } from 'vitest';
import { parsePythonLiteral } from '../../../src/values/python-literals/parse-python-literal.js';
import { pythonToJson } from '../../../src/values/python-literals/python-to-json.js';
import { stringifyJson } from '../../../src/values/stringify-json.js';

function write(text: string, exact = false): string {
  const carried = pythonToJson(parsePythonLiteral(text), { exact });
  if (carried.status === 'carried') return stringifyJson(carried.value, { spaced: true });
  return `${carried.path}: ${carried.reason}`;
}

describe('pythonToJson', () => {
  it.each([
    ['(1, [2.0, None], True)', '[1, [2.0, null], true]'],
    ['{1.5: 1, 2: 2, False: 3, None: 4}', '{"2": 2, "1.5": 1, "false": 3, "null": 4}'],
    [
      '[18446744073709551617, 1.0, 1e5, 1e400, -0.0, nan]',
      '[18446744073709551617, 1.0, 100000.0, Infinity, -0.0, NaN]',
    ],
    [
      '[1e15, 1e16, 12345678901234567890.0, 0.0001, 0.00001234, -1.5e-7, 123.456]',
      '[1000000000000000.0, 1e+16, 1.2345678901234567e+19, 0.0001, 1.234e-05, -1.5e-07, 123.456]',
    ],
    ["{'a': 1, 'b': 2, 'a': 3}", '{"a": 3, "b": 2}'],
    ['{1: "a", True: "b", 1.0: "c"}', '{"1": "c"}'],
    ["{'__proto__': {'x': 1}}", '{"__proto__": {"x": 1}}'],
  ])('writes %s as json.dumps does', (text, json) => {
    expect(write(text)).toBe(json);
  });

  it.each([
    ['set()', ': a set'],
    ["[0, {'a': b'x'}]", '[1].a: bytes'],
    ["{'a': [1, {2: 3j}]}", '.a[1].2: a complex number'],
    ['(1, ...)', '[1]: an ellipsis'],
    ['[{(1, 2): 3}]', '[0]: a dict with a key that is a tuple'],
    ["{1: 'a', '1': 'b'}", ': a dict with two keys that JSON writes as "1"'],
  ])('names what stands where in %s', (text, refusal) => {
    expect(write(text)).toBe(refusal);
    expect(write(text, true)).toMatch(/: (?:a|an|bytes)\b/);
  });

  it('refuses what would come back changed, when it is asked to', () => {
    expect(write("{'a': [(1,)]}", true)).toBe('.a[0]: a tuple');
    expect(write("{'a': {1: 2}}", true)).toBe('.a: a dict with a key that is an integer');
    expect(write("{'a': [1.0, True, nan, 2e3]}", true)).toBe('{"a": [1.0, true, NaN, 2000.0]}');
  });
});
