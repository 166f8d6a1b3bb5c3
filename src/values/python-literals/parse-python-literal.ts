import { PythonCursor } from './python-cursor.js';
import type { PythonValue } from './python-value.js';
import { readPythonValue } from './read-python-value.js';

/**
 * Reads a literal of Python, as `ast.literal_eval` does and `repr` writes it: also `nan` and `inf`.
 * Nothing is run.
 *
 * @throws SyntaxError saying what is wrong at which position, counted in UTF-16 units from 0, also
 * for brackets nested deeper than 200 levels and integers of more than 4,300 digits, which Python
 * refuses too.
 */
export function parsePythonLiteral(text: string): PythonValue {
  const cursor = new PythonCursor(text, 0);
  const first = readPythonValue(cursor);
  if (cursor.isAtEnd()) return first;
  // Commas make a tuple, with or without parentheses.
  const items = [first];
  while (cursor.take(',') && !cursor.isAtEnd()) items.push(readPythonValue(cursor));
  if (!cursor.isAtEnd()) throw cursor.unexpected('the end');
  return { type: 'tuple', items };
}
