import { describe, expect, it } from 'vitest';
import { readInputVariables } from '../../src/analysis/read-input-variables.js';

describe('readInputVariables', () => {
  it.each([
    ['function f(a, b = 2) {}', { required: ['a', 'b'], takesMore: false, positional: ['a', 'b'] }],
    ['const f = ({ a, b: c }) => a;', { required: ['a', 'b'], takesMore: false, positional: [] }],
    ['const f = ({ a, ...rest }) => a;', { required: ['a'], takesMore: true, positional: [] }],
    // It may be the variable `a`, or the object of all variables.
    [
      'export default function f(a) {}',
      { required: [], optional: ['a'], takesMore: true, positional: ['a'] },
    ],
    ['function f() {}', { required: [], optional: [], takesMore: false, positional: [] }],
  ])('reads %s', (code, variables) => {
    expect(readInputVariables(code, 'javascript', 'f')).toMatchObject(variables);
  });

  it('reads TypeScript', () => {
    const code = 'export const f = (a: number, b: string): number => a;';
    expect(readInputVariables(code, 'typescript', 'f')?.required).toEqual(['a', 'b']);
  });

  it.each(['function g() {}', 'class f {}', 'function f(', 'function f(a, [b]) {}', 'f = g();'])(
    'reads nothing of %s',
    (code) => {
      expect(readInputVariables(code, 'javascript', 'f')).toBeUndefined();
    },
  );
});
