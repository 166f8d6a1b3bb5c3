import type { JsonValue } from '../core/json-value.js';
import { isExactNumber } from './exact-number.js';
import { stringifyJson } from './stringify-json.js';

/** How large a value may be, in terms of its JSON. */
export interface JsonLimits {
  /** Characters of the whole value as JSON text without spaces. */
  readonly maxTextLength: number;
  /** Entries of any array or object. */
  readonly maxContainerLength: number;
  /** Characters (UTF-16 units) of any string or key. */
  readonly maxStringLength: number;
  /** Levels of arrays and objects within each other; a number or string has none. */
  readonly maxDepth: number;
  /** Digits of any number as it is written, without its exponent. */
  readonly maxDigits: number;
}

/** The first place at which a value is larger than allowed. */
export interface LimitExcess {
  /** The place, such as `$.rows[3]`. */
  readonly path: string;
  readonly limit: keyof JsonLimits;
  readonly maximum: number;
  /** What was found there. */
  readonly actual: number;
}

/**
 * Finds the first place at which a value is larger than allowed; the length of the whole text is
 * looked at last, since its parts say more.
 *
 * @returns `undefined` when the value keeps all limits.
 */
export function findExcess(value: JsonValue, limits: JsonLimits): LimitExcess | undefined {
  const inside = findExcessInside(value, limits, '$', 0);
  if (inside !== undefined) return inside;
  return over('maxTextLength', stringifyJson(value).length, limits, '$');
}

function findExcessInside(
  value: JsonValue,
  limits: JsonLimits,
  path: string,
  depth: number,
): LimitExcess | undefined {
  if (typeof value === 'string') return over('maxStringLength', value.length, limits, path);
  if (typeof value === 'number' || isExactNumber(value)) {
    return over('maxDigits', countDigits(String(value)), limits, path);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const isArray = Array.isArray(value);
  const entries = Object.entries(value) as [string, JsonValue][];
  const own =
    over('maxDepth', depth + 1, limits, path) ??
    over('maxContainerLength', entries.length, limits, path);
  if (own !== undefined) return own;
  for (const [key, item] of entries) {
    const place = isArray ? `${path}[${key}]` : `${path}.${key}`;
    const excess =
      (isArray ? undefined : over('maxStringLength', key.length, limits, place)) ??
      findExcessInside(item, limits, place, depth + 1);
    if (excess !== undefined) return excess;
  }
  return undefined;
}

function over(
  limit: keyof JsonLimits,
  actual: number,
  limits: JsonLimits,
  path: string,
): LimitExcess | undefined {
  const maximum = limits[limit];
  return actual > maximum ? { path, limit, maximum, actual } : undefined;
}

function countDigits(text: string): number {
  return text.replace(/[eE].*$/, '').replace(/\D/g, '').length;
}
