import type { ExactNumber } from '../core/json-value.js';
import { toDecimal } from './decimal.js';
import { isExactNumber } from './exact-number.js';

/** How far two numbers may lie apart. */
export interface NumberTolerance {
  /** Allowed difference as a share of the expected fraction. */
  readonly relativeTolerance: number;
  /** Allowed difference from an expected fraction whatever its size. */
  readonly absoluteTolerance: number;
}

type AnyNumber = number | ExactNumber;

/** The round-off that arithmetic with floats leaves on an integer, as a share of it. */
const roundOff = 1e-9;

/** Compares the exact values, whatever way they were written: `1.0` is `1`, NaN is NaN. */
export function sameNumber(actual: AnyNumber, expected: AnyNumber): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return actual === expected || (Number.isNaN(actual) && Number.isNaN(expected));
  }
  const a = toDecimal(actual);
  const e = toDecimal(expected);
  if (a === undefined || e === undefined) {
    return a === e && Object.is(Number(actual), Number(expected));
  }
  return a.digits === e.digits && a.exponent === e.exponent;
}

/** Says whether a number was written as a float, the way Python tells `1.0` from `1`. */
function isFloat(value: AnyNumber): boolean {
  return isExactNumber(value) ? /[.eEN]|I/.test(value.text) : !Number.isInteger(value);
}

/**
 * Compares with tolerance: an expected integer is met exactly, up to float round-off when the
 * actual number is a float; an expected fraction within the tolerances.
 */
export function closeNumber(
  actual: AnyNumber,
  expected: AnyNumber,
  tolerance: NumberTolerance,
): boolean {
  if (sameNumber(actual, expected)) return true;
  const a = Number(actual);
  const e = Number(expected);
  if (!Number.isFinite(a) || !Number.isFinite(e)) return false;
  const difference = Math.abs(a - e);
  if (isFloat(expected)) {
    return (
      difference <= Math.max(tolerance.relativeTolerance * Math.abs(e), tolerance.absoluteTolerance)
    );
  }
  return isFloat(actual) && difference <= roundOff * Math.abs(e);
}

/**
 * Compares by the published rule (`codeio.md` of the reference: two integers exactly; with a float,
 * within 0.1 % and with the same integer part; NaN and infinities never).
 */
export function paperNumber(actual: AnyNumber, expected: AnyNumber): boolean {
  if (!isFloat(actual) && !isFloat(expected)) return sameNumber(actual, expected);
  const a = Number(actual);
  const e = Number(expected);
  if (!Number.isFinite(a) || !Number.isFinite(e)) return false;
  return Math.abs(a - e) <= 1e-3 * Math.abs(e) && Math.trunc(a) === Math.trunc(e);
}
