import { describe, expect, it } from 'vitest';
import { parsePythonArguments } from '../../../src/values/python-literals/parse-python-arguments.js';

describe('parsePythonArguments', () => {
  it('reads arguments with and without names, also over several lines', () => {
    const { positional, named } = parsePythonArguments(
      "[1, 2],\n'a', # what it is about\nkey=None, other = {'b': (1,)},\n",
    );
    expect(positional.map(({ type }) => type)).toEqual(['list', 'str']);
    expect([...named].map(([name, { type }]) => [name, type])).toEqual([
      ['key', 'none'],
      ['other', 'dict'],
    ]);
  });

  it('reads no argument, and one in parentheses', () => {
    expect(parsePythonArguments(' ')).toEqual({ positional: [], named: new Map() });
    const { positional } = parsePythonArguments('(1, 2)');
    expect(positional).toHaveLength(1);
  });

  it.each([
    ['a=1, 2', 'expected an argument with a name, found "2" at position 5'],
    ['a=1, a=2', 'a is given twice'],
    ['*[1]', 'expected a value, found "*" at position 0'],
    ['1 2', 'expected "," or the end, found "2" at position 2'],
    ['1, , 2', 'expected a value, found "," at position 3'],
    ['a == 1', 'a is no literal'],
    [',', 'expected a value, found ","'],
    ['1)', 'expected "," or the end, found ")"'],
  ])('refuses %j', (text, problem) => {
    expect(() => parsePythonArguments(text)).toThrow(SyntaxError);
    expect(() => parsePythonArguments(text)).toThrow(problem);
  });
});
