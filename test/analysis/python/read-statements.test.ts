import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PythonStatement,
  readStatements,
} from '../../../src/analysis/python/read-statements.js';
import { pythonText } from './support/python-text.js';

/** Statements as texts, each block in a list of its own. */
type Outline = readonly (string | Outline)[];

function outline(statements: readonly PythonStatement[]): Outline {
  return statements.flatMap(({ tokens, body }) => {
    const text = tokens.map((token) => token.text).join(' ');
    return body === undefined ? [text] : [text, outline(body)];
  });
}

function read(code: string): Outline | string {
  const program = readStatements(code);
  if (program.status === 'read') return outline(program.statements);
  return `${program.problem.reason} (${program.problem.line})`;
}

describe('readStatements', () => {
  it.each([
    ['blocks', 'if a:\n  b\n  if c:\n      d\n  e\nf', ['if a', ['b', 'if c', ['d'], 'e'], 'f']],
    ['blocks in one line', 'if a: b; c\nelse: d;\n', ['if a', ['b', 'c'], 'else', ['d']]],
    ['tabs that reach to multiples of 8', 'if a:\n        b\n\tc', ['if a', ['b', 'c']]],
    ['comments and empty lines between', 'if a: # b\n\n# c\n  # d\n  e\n# f\n', ['if a', ['e']]],
    [
      'colons that open no block',
      'while a[1:2] or (lambda: b): c',
      ['while a [ 1 : 2 ] or ( lambda : b )', ['c']],
    ],
    [
      'a lambda before the colon',
      'if lambda x=lambda: 1: x: b',
      ['if lambda x = lambda : 1 : x', ['b']],
    ],
    [
      'types of variables',
      'a: int = 3\nmatch: int\ncase: str',
      [...['a : int = 3', 'match : int', 'case : str']],
    ],
    [
      'match and case',
      'match a:\n case [b, c] if d: e\n case _:\n  f',
      ['match a', ['case [ b , c ] if d', ['e'], 'case _', ['f']]],
    ],
    [
      'things named match and case',
      'match = {1: 2}\ncase(a)\nmatch[1:2] = b\nmatch.a = lambda: b',
      [...['match = { 1 : 2 }', 'case ( a )', 'match [ 1 : 2 ] = b', 'match . a = lambda : b']],
    ],
  ] as const)('reads %s', (_, code, expected) => {
    expect(read(code)).toEqual(expected);
  });

  it.each([
    ['if a:\nb', 'a block without statements (1)'],
    ['if a:\n  b\nelse:\n', 'a block without statements (3)'],
    ['a\n  b', 'a line that is indented without a reason (2)'],
    ['if a:\n    b\n  c', 'a line that is indented like no other (3)'],
    ['def f()\n', 'a statement without its colon (1)'],
    ['a = (', 'a ( that is never closed (1)'],
  ])('says what is wrong with %j', (code, expected) => {
    expect(read(code)).toBe(expected);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(pythonText, (code) => {
        expect(['read', 'failed']).toContain(readStatements(code).status);
      }),
    );
  });
});
