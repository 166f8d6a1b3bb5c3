import { describe, expect, it } from 'vitest';
import { bindPythonArguments } from '../../src/functions/bind-python-arguments.js';
import {
  type PythonSignature,
  readPythonSignature,
} from '../../src/functions/read-python-signature.js';
import { parsePythonArguments } from '../../src/values/python-literals/parse-python-arguments.js';

function bind(parameters: string, call: string): [string[], readonly string[] | undefined] {
  const signature = readPythonSignature(`def f(${parameters}): pass`, 'f') as PythonSignature;
  const bound = bindPythonArguments(parsePythonArguments(call), signature);
  return [[...bound.values.keys()], bound.parameters];
}

describe('bindPythonArguments', () => {
  it.each([
    ['', '', [], []],
    ['a, b', '1, 2', ['a', 'b'], ['a', 'b']],
    ['a, b', 'b=2, a=1', ['b', 'a'], ['a', 'b']],
    ['a, b=0', '1', ['a'], ['a']],
    ['a, b=0, c=0', '1, c=3', ['a', 'c'], undefined],
    ['a, *, d', '1, d=4', ['a', 'd'], undefined],
    ['a, **rest', '1, other=2', ['a', 'other'], undefined],
    ['a, /, b', '1, b=2', ['a', 'b'], ['a', 'b']],
  ])('gives names: def f(%s) called as f(%s)', (parameters, call, names, order) => {
    expect(bind(parameters, call)).toEqual([names, order]);
  });

  it.each([
    ['a', '1, 2', '2 values for 1 parameters with a name'],
    ['*rest', '1', '1 values for 0 parameters with a name'],
    ['a', '1, a=2', 'two values for a'],
    ['a', 'b=2', 'there is no parameter b'],
    ['a, /', 'a=2', 'there is no parameter a'],
    ['a, b', '1', 'no value for b'],
    ['a, *, d', '1', 'no value for d'],
    ['a, /, b=0, c=0', '1, c=2', 'some values go by position only, and others by name only'],
  ])('refuses def f(%s) called as f(%s)', (parameters, call, problem) => {
    expect(() => bind(parameters, call)).toThrow(problem);
  });
});
