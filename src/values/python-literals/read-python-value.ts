import type { PythonCursor } from './python-cursor.js';
import type { PythonEntry, PythonValue } from './python-value.js';
import { readPythonNumber } from './read-python-number.js';
import { readPythonString } from './read-python-string.js';

const name = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const constants: ReadonlyMap<string, PythonValue> = new Map<string, PythonValue>([
  ['None', { type: 'none' }],
  ['True', { type: 'bool', value: true }],
  ['False', { type: 'bool', value: false }],
]);

/**
 * Reads the literal at a place in Python source.
 *
 * @throws SyntaxError
 */
export function readPythonValue(cursor: PythonCursor): PythonValue {
  switch (cursor.next) {
    case '[':
      return { type: 'list', items: readItems(cursor, ']').items };
    case '(':
      return readParentheses(cursor);
    case '{':
      return readBraces(cursor);
    default:
      return readPythonString(cursor) ?? readPythonNumber(cursor) ?? readWord(cursor);
  }
}

function readWord(cursor: PythonCursor): PythonValue {
  if (cursor.text.startsWith('...', cursor.position)) {
    cursor.position += '...'.length;
    return { type: 'ellipsis' };
  }
  const word = cursor.peek(name);
  const constant = constants.get(word ?? '');
  if (word === undefined) throw cursor.unexpected('a value');
  if (constant === undefined && word !== 'set') throw cursor.problem(`${word} is no literal`);
  cursor.match(name);
  if (constant !== undefined) return constant;
  cursor.skipSpaces();
  if (cursor.next !== '(') throw cursor.problem('set is no literal');
  if (readItems(cursor, ')').items.length > 0) throw cursor.problem('set is no literal');
  return { type: 'set', items: [] };
}

function readParentheses(cursor: PythonCursor): PythonValue {
  const { items, hasComma } = readItems(cursor, ')');
  const [only] = items;
  const isPlain = only !== undefined && items.length === 1 && !hasComma;
  return isPlain ? only : { type: 'tuple', items };
}

function readBraces(cursor: PythonCursor): PythonValue {
  const entries: PythonEntry[] = [];
  const { items } = readItems(cursor, '}', (key) => {
    if (cursor.take(':')) entries.push({ key, value: readPythonValue(cursor) });
  });
  if (entries.length === 0 && items.length > 0) return { type: 'set', items };
  if (entries.length < items.length) throw cursor.problem('a dict with an entry without a value');
  return { type: 'dict', entries };
}

function readItems(
  cursor: PythonCursor,
  close: string,
  finish: (item: PythonValue) => void = () => {},
): { readonly items: readonly PythonValue[]; readonly hasComma: boolean } {
  cursor.enter();
  const items: PythonValue[] = [];
  let hasComma = true;
  while (cursor.next !== close) {
    if (!hasComma) throw cursor.unexpected(`"," or "${close}"`);
    const item = readPythonValue(cursor);
    finish(item);
    items.push(item);
    hasComma = cursor.take(',');
  }
  cursor.leave();
  return { items, hasComma };
}
