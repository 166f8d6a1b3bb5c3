import type { JsonObject, JsonValue } from '../core/json-value.js';
import { closeNumber, type NumberTolerance, paperNumber, sameNumber } from './compare-numbers.js';
import { isExactNumber } from './exact-number.js';

/** When two JSON values count as the same answer. */
export interface EqualityOptions {
  /**
   * - `tolerant`: integers exactly (up to float round-off, 1e-9 relative), fractions within the tolerances;
   * - `strict`: numbers by exact value;
   * - `paper`: the rule of the published implementation, where `true` is 1 and 999.5 is not 1000.0.
   * @defaultValue 'tolerant'
   */
  readonly mode?: 'tolerant' | 'strict' | 'paper' | undefined;
  /**
   * Allowed difference from an expected fraction, as a share of it (`tolerant` mode).
   * @defaultValue 1e-3
   */
  readonly relativeTolerance?: number | undefined;
  /**
   * Allowed difference from an expected fraction near zero (`tolerant` mode).
   * @defaultValue 1e-9
   */
  readonly absoluteTolerance?: number | undefined;
}

type NumberRule = (actual: AnyNumber, expected: AnyNumber) => boolean;
type AnyNumber = Parameters<typeof sameNumber>[0];

/**
 * Compares two JSON values as answers: booleans are not numbers, strings are exact, arrays go by
 * order and objects by key set, numbers by the chosen mode. NaN equals NaN, except in `paper` mode.
 *
 * @param actual - The predicted or computed value.
 * @param expected - The truth; its kind decides which tolerance applies.
 */
export function isEqual(
  actual: JsonValue,
  expected: JsonValue,
  options: EqualityOptions = {},
): boolean {
  const mode = options.mode ?? 'tolerant';
  return equalValues(actual, expected, numberRule(mode, options), mode === 'paper');
}

function numberRule(mode: 'tolerant' | 'strict' | 'paper', options: EqualityOptions): NumberRule {
  if (mode === 'strict') return sameNumber;
  if (mode === 'paper') return paperNumber;
  const tolerance: NumberTolerance = {
    relativeTolerance: options.relativeTolerance ?? 1e-3,
    absoluteTolerance: options.absoluteTolerance ?? 1e-9,
  };
  return (actual, expected) => closeNumber(actual, expected, tolerance);
}

function equalValues(
  actual: JsonValue,
  expected: JsonValue,
  equalNumbers: NumberRule,
  booleansAreNumbers: boolean,
): boolean {
  const a = asNumber(actual, booleansAreNumbers);
  const e = asNumber(expected, booleansAreNumbers);
  if (a !== undefined || e !== undefined) {
    return a !== undefined && e !== undefined && equalNumbers(a, e);
  }
  if (Array.isArray(actual) || Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      Array.isArray(expected) &&
      actual.length === expected.length &&
      actual.every((item, index) =>
        equalValues(item, expected[index], equalNumbers, booleansAreNumbers),
      )
    );
  }
  if (isObject(actual) && isObject(expected)) {
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every(
        (key) =>
          Object.hasOwn(actual, key) &&
          equalValues(
            actual[key] as JsonValue,
            expected[key] as JsonValue,
            equalNumbers,
            booleansAreNumbers,
          ),
      )
    );
  }
  return actual === expected;
}

function asNumber(value: JsonValue, booleansAreNumbers: boolean): AnyNumber | undefined {
  if (typeof value === 'number' || isExactNumber(value)) return value;
  return booleansAreNumbers && typeof value === 'boolean' ? Number(value) : undefined;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
