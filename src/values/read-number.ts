import type { ExactNumber } from '../core/json-value.js';
import { exactNumber } from './exact-number.js';

/**
 * Reads the text of a number: a JavaScript number when that writes back as the same text, an
 * {@link ExactNumber} otherwise.
 */
export function readNumber(text: string): number | ExactNumber {
  const value = Number(text);
  const survives = Math.abs(value) <= Number.MAX_SAFE_INTEGER || !Number.isInteger(value);
  return survives && (Object.is(value, -0) ? text === '-0' : String(value) === text)
    ? value
    : exactNumber(text);
}
