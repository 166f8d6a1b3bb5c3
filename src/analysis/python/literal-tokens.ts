import {
  decodePythonBytes,
  decodePythonText,
} from '../../values/python-literals/decode-python-string.js';
import { pythonFloatText } from '../../values/python-literals/python-float-text.js';
import { decodePythonNumber } from '../../values/python-literals/python-number-token.js';
import type { PythonToken } from './python-token.js';

const prefixAndQuotes = /^([a-zA-Z]*)("""|'''|"|')/;

/** Writes a number by its value. */
export function numberToken(text: string): string {
  try {
    const number = decodePythonNumber(text);
    switch (number.type) {
      case 'int':
        return number.digits;
      case 'float':
        return pythonFloatText(number.value);
      case 'complex':
        return `${pythonFloatText(number.imaginary)}j`;
    }
  } catch {
    return text;
  }
}

/** Reads the value of text, or that of bytes as the characters with their numbers. */
export function readString({ text }: PythonToken): { readonly isBytes: boolean; value: string } {
  const [start = '', prefix = '', quotes = ''] = prefixAndQuotes.exec(text) ?? [];
  const body = text.slice(start.length, text.length - quotes.length);
  const isRaw = /r/i.test(prefix);
  const isBytes = /b/i.test(prefix);
  if (!isBytes) return { isBytes, value: isRaw ? body : decode(body) };
  try {
    const codes = decodePythonBytes(body, isRaw);
    return { isBytes, value: codes.map((code) => String.fromCharCode(code)).join('') };
  } catch {
    return { isBytes, value: body };
  }
}

/** The text of a formatted string between its values. */
export function readFormatText({ text }: PythonToken, start: PythonToken): string {
  const isRaw = /r/i.test(start.text);
  return (isRaw ? text : decode(text)).replaceAll('{{', '{').replaceAll('}}', '}');
}

function decode(body: string): string {
  try {
    return decodePythonText(body);
  } catch {
    return body;
  }
}
