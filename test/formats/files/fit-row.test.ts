import { describe, expect, it } from 'vitest';
import type { Columns } from '../../../src/formats/columns.js';
import { createRowFitter } from '../../../src/formats/files/fit-row.js';
import { parseJson } from '../../../src/index.js';

function fitted(columns: Columns, row: object): unknown {
  const result = createRowFitter(columns)(row);
  return result.status === 'fits' ? result.row : result.problem;
}

describe('createRowFitter', () => {
  it('makes whole numbers bigints, exact ones too, and what is absent null', () => {
    const columns: Columns = { a: 'int64', b: 'int64', c: 'string', d: { list: 'float64' } };
    const row = parseJson('{"a":9007199254740993,"b":-2,"d":[1,null,2.50]}') as object;
    expect(fitted(columns, row)).toEqual({
      a: 9007199254740993n,
      b: -2n,
      c: null,
      d: [1, null, 2.5],
    });
    expect(fitted({ a: 'int64' }, parseJson('{"a":2.0}') as object)).toEqual({ a: 2n });
  });

  it('takes the largest numbers of 64 bits and not one more', () => {
    const int = (text: string): unknown =>
      fitted({ a: 'int64' }, parseJson(`{"a":${text}}`) as object);
    expect(int('9223372036854775807')).toEqual({ a: 2n ** 63n - 1n });
    expect(int('-9223372036854775808')).toEqual({ a: -(2n ** 63n) });
    expect(int('9223372036854775808')).toMatch(/^`a` must be a whole number of 64 bits/);
    expect(int('-9223372036854775809')).toMatch(/^`a` must be a whole number of 64 bits/);
  });

  it.each([
    [{ a: 'string' }, { a: 1 }, '`a` must be a string, it is the number 1'],
    [{ a: 'bool' }, { a: 'yes' }, '`a` must be a boolean, it is of type string'],
    [{ a: 'int64' }, { a: 1.5 }, '`a` must be a whole number of 64 bits, it is the number 1.5'],
    [{ a: 'float64' }, { a: NaN }, '`a` must be a finite number, it is the number NaN'],
    [{ a: { list: 'string' } }, { a: 'b' }, '`a` must be a list, it is of type string'],
    [{ a: { struct: { b: 'string' } } }, { a: ['b'] }, '`a` must be an object, it is a list'],
    [
      { a: { list: { struct: { b: 'string' } } } },
      { a: [{ b: 'c' }, { b: true }] },
      '`a[].b` must be a string, it is of type boolean',
    ],
    [{ a: 'string' }, { a: 'b', c: 1 }, '`c` is in no column'],
    [{ a: { struct: { b: 'string' } } }, { a: { toString: 'c' } }, '`a.toString` is in no column'],
    [{ a: 'string' }, { a: '\ud83d' }, '`a` holds half a surrogate pair'],
  ] as const)('refuses what a column cannot hold: %j %j', (columns, row, problem) => {
    expect(fitted(columns, row)).toBe(problem);
  });

  it('tells broken text apart, which is the fault of a model and not of a format', () => {
    const fitRow = createRowFitter({ a: 'string' });
    expect(fitRow({ a: '\udc00' }).status).toBe('broken-text');
    expect(fitRow({ a: 1 }).status).toBe('misfit');
    expect(fitRow({ a: '😀' }).status).toBe('fits');
  });

  it('counts what a row takes in memory, null or not', () => {
    const fitRow = createRowFitter({
      a: 'string',
      b: 'int64',
      c: { list: { struct: { d: 'bool' } } },
    });
    expect(fitRow({ a: 'é', b: 1, c: [{ d: true }, null] })).toMatchObject({
      bytes: 2 + 4 + 8 + 4 + 2 / 8,
    });
    expect(fitRow({})).toMatchObject({ bytes: 4 + 8 + 4 });
  });

  it('refuses columns that no file can have', () => {
    expect(() => createRowFitter({})).toThrow(TypeError);
    expect(() => createRowFitter({ a: { list: { struct: {} } } })).toThrow(
      'columns.a[] must be at least one column',
    );
  });
});
