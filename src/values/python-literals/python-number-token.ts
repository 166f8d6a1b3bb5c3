import type { PythonNumber } from './python-value.js';

/** Matches a number of Python source, without sign, where it is made to start. */
export const pythonNumberToken: RegExp =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y;

/** Python itself neither reads nor writes longer ones: `sys.int_info.default_max_str_digits`. */
const mostDigits = 4300;

/**
 * Reads a number that {@link pythonNumberToken} matched.
 *
 * @throws SyntaxError for leading zeros, or more than 4,300 digits.
 */
export function decodePythonNumber(token: string): PythonNumber {
  const text = token.replaceAll('_', '');
  if (/^0[xob]/i.test(text)) {
    // With a digit for each bit it would be this long, and it is not to be converted before.
    if (text.length > 4 * mostDigits) throw tooLong();
    return toInt(BigInt(text.toLowerCase()).toString());
  }
  if (/j$/i.test(text)) return { type: 'complex', real: 0, imaginary: Number(text.slice(0, -1)) };
  if (/[.e]/i.test(text)) return { type: 'float', value: Number(text) };
  if (/^0\d*[1-9]/.test(text)) throw new SyntaxError('an integer with leading zeros');
  return toInt(text.replace(/^0+(?=\d)/, ''));
}

function toInt(digits: string): PythonNumber {
  if (digits.length > mostDigits) throw tooLong();
  return { type: 'int', digits };
}

function tooLong(): SyntaxError {
  return new SyntaxError(`an integer of more than ${mostDigits} digits`);
}
