import { decodePythonBytes, decodePythonText } from './decode-python-string.js';
import type { PythonCursor } from './python-cursor.js';
import type { PythonValue } from './python-value.js';
import { scanPythonString } from './scan-python-string.js';

type PythonString = Extract<PythonValue, { readonly type: 'str' | 'bytes' }>;

const stringStart = /[a-zA-Z]{0,2}(?=["'])/y;
const knownPrefix = /^(?:r?b?|br|u)$/i;

/**
 * Reads text or bytes, several ones side by side as one.
 *
 * @returns `undefined` when there is none.
 * @throws SyntaxError
 */
export function readPythonString(cursor: PythonCursor): PythonString | undefined {
  const first = readPart(cursor);
  if (first === undefined) return undefined;
  const parts = [first];
  let end = cursor.position;
  for (let part: PythonString | undefined = first; part !== undefined; part = readPart(cursor)) {
    if (part !== first) parts.push(part);
    end = cursor.position;
    cursor.skipSpaces();
  }
  cursor.position = end;
  const string = join(parts);
  if (string === undefined) throw cursor.problem('text and bytes side by side');
  return string;
}

function readPart(cursor: PythonCursor): PythonString | undefined {
  const start = cursor.position;
  const prefix = cursor.match(stringStart);
  if (prefix === undefined) return undefined;
  if (!knownPrefix.test(prefix)) throw cursor.problem(`a string with ${prefix} is no literal`);
  const string = scanPythonString(cursor.text, cursor.position);
  if (string === undefined) throw cursor.problem('a string that does not end', start);
  cursor.position = string.end;
  const isRaw = /r/i.test(prefix);
  try {
    if (/b/i.test(prefix)) return { type: 'bytes', values: decodePythonBytes(string.body, isRaw) };
    return { type: 'str', value: isRaw ? string.body : decodePythonText(string.body) };
  } catch (error) {
    throw cursor.problem((error as SyntaxError).message, start);
  }
}

function join(parts: readonly PythonString[]): PythonString | undefined {
  const texts = parts.flatMap((part) => (part.type === 'str' ? [part.value] : []));
  if (texts.length === parts.length) return { type: 'str', value: texts.join('') };
  if (texts.length > 0) return undefined;
  const values = parts.flatMap((part) => (part.type === 'bytes' ? part.values : []));
  return { type: 'bytes', values };
}
