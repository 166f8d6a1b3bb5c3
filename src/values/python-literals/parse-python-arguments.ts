import { PythonCursor } from './python-cursor.js';
import type { PythonValue } from './python-value.js';
import { readPythonValue } from './read-python-value.js';

/** The arguments of a call. */
export interface PythonArguments {
  /** Those without a name, in order. */
  readonly positional: readonly PythonValue[];
  /** Those with a name. */
  readonly named: ReadonlyMap<string, PythonValue>;
}

const keyword = /[\p{ID_Start}_][\p{ID_Continue}]*(?=[ \t\f\n]*=(?!=))/uy;

/**
 * Reads what stands between the parentheses of a call in Python, if it is made of literals:
 * `[1, 2], 'a', key=None`.
 *
 * @throws SyntaxError saying what is wrong at which position, counted in UTF-16 units from 0.
 */
export function parsePythonArguments(text: string): PythonArguments {
  const cursor = new PythonCursor(text, 1);
  const positional: PythonValue[] = [];
  const named = new Map<string, PythonValue>();
  let hasComma = true;
  while (!cursor.isAtEnd()) {
    if (!hasComma) throw cursor.unexpected('"," or the end');
    const name = cursor.match(keyword);
    if (name === undefined && named.size > 0) throw cursor.unexpected('an argument with a name');
    if (name !== undefined && named.has(name)) throw cursor.problem(`${name} is given twice`);
    if (name !== undefined) cursor.take('=');
    const value = readPythonValue(cursor);
    if (name === undefined) positional.push(value);
    else named.set(name, value);
    hasComma = cursor.take(',');
  }
  return { positional, named };
}
