import type { JsonValue } from '../core/json-value.js';
import { exactNumber } from '../values/exact-number.js';
import { readNumber } from '../values/read-number.js';

const words: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['NaN', exactNumber('NaN')],
  ['nan', exactNumber('NaN')],
  ['Infinity', exactNumber('Infinity')],
  ['inf', exactNumber('Infinity')],
  ['-Infinity', exactNumber('-Infinity')],
  ['-inf', exactNumber('-Infinity')],
]);

const numberForm = /^([+-]?)0*(\d+)(?:\.(\d*))?([eE][+-]?\d+)?$|^([+-]?)\.(\d+)([eE][+-]?\d+)?$/;

/**
 * Reads an unquoted value as JSON, JavaScript or Python write it: numbers (also `+5`, `.5`, `5.`,
 * `1_000`), `None`, `True`, `nan`.
 *
 * @returns `undefined` when the text is no such literal.
 */
export function readLiteral(token: string): JsonValue | undefined {
  const word = words.get(token);
  if (word !== undefined) return word;
  const match = numberForm.exec(token.replace(/(?<=\d)_(?=\d)/g, ''));
  if (match === null) return undefined;
  const [, sign, whole, fraction, power, dotSign, dotFraction, dotPower] = match;
  const negative = (sign ?? dotSign) === '-' ? '-' : '';
  const digits = whole ?? '0';
  const decimals =
    fraction === undefined && dotFraction === undefined ? '' : `.${fraction || dotFraction || '0'}`;
  return readNumber(`${negative}${digits}${decimals}${power ?? dotPower ?? ''}`);
}
