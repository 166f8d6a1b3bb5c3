import type { PythonCursor } from './python-cursor.js';
import { decodePythonNumber, pythonNumberToken } from './python-number-token.js';
import type { PythonNumber } from './python-value.js';

const name = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const wordPart = /[\p{ID_Continue}.]/uy;

/** These are names in Python, but `repr` writes them. */
const numberNames: ReadonlyMap<string, PythonNumber> = new Map<string, PythonNumber>([
  ['nan', { type: 'float', value: Number.NaN }],
  ['inf', { type: 'float', value: Number.POSITIVE_INFINITY }],
]);

/**
 * Reads a number with its sign, or the sum of a real and an imaginary one, as in `1+2j`.
 *
 * @returns `undefined` when there is none.
 * @throws SyntaxError
 */
export function readPythonNumber(cursor: PythonCursor): PythonNumber | undefined {
  const sign = takeSign(cursor);
  const size = readSize(cursor);
  if (size === undefined && sign !== undefined) throw cursor.unexpected('a number');
  const number = size !== undefined && sign === '-' ? negate(size) : size;
  return number === undefined || number.type === 'complex' ? number : readSum(cursor, number);
}

function readSum(
  cursor: PythonCursor,
  number: Exclude<PythonNumber, { type: 'complex' }>,
): PythonNumber {
  const before = cursor.position;
  cursor.skipSpaces();
  const sign = takeSign(cursor);
  if (sign === undefined) {
    cursor.position = before;
    return number;
  }
  const part = readSize(cursor);
  if (part?.type !== 'complex') throw cursor.problem('an operation is no literal');
  const real = number.type === 'int' ? Number(number.digits) : number.value;
  // What the sum makes of zeros with a sign.
  return sign === '-'
    ? { type: 'complex', real: real - 0, imaginary: 0 - part.imaginary }
    : { type: 'complex', real: real + 0, imaginary: 0 + part.imaginary };
}

function takeSign(cursor: PythonCursor): string | undefined {
  const { next } = cursor;
  if (next !== '-' && next !== '+') return undefined;
  cursor.position++;
  cursor.skipSpaces();
  return next;
}

function readSize(cursor: PythonCursor): PythonNumber | undefined {
  const named = numberNames.get(cursor.peek(name) ?? '');
  if (named !== undefined) {
    cursor.match(name);
    return named;
  }
  const start = cursor.position;
  const token = cursor.match(pythonNumberToken);
  if (token === undefined) return undefined;
  if (cursor.peek(wordPart) !== undefined) throw cursor.unexpected('the end of a number');
  try {
    return decodePythonNumber(token);
  } catch (error) {
    throw cursor.problem((error as SyntaxError).message, start);
  }
}

function negate(number: PythonNumber): PythonNumber {
  switch (number.type) {
    case 'int':
      return { type: 'int', digits: number.digits === '0' ? '0' : `-${number.digits}` };
    case 'float':
      return { type: 'float', value: -number.value };
    case 'complex':
      return { type: 'complex', real: -number.real, imaginary: -number.imaginary };
  }
}
