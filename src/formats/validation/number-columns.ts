import { isExactNumber } from '../../values/exact-number.js';

const integer = /^-?\d{1,19}$/;

/** Says whether a value can be in a column of 64-bit integers, unchanged. */
export function isInt64(value: unknown): boolean {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
  }
  return isExactNumber(value) && integer.test(value.text) && isWithin64Bits(BigInt(value.text));
}

function isWithin64Bits(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

/** Says whether a value can be in a column of 64-bit floats: JSON has neither NaN nor Infinity. */
export function isFloat64(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return isExactNumber(value) && Number.isFinite(value.valueOf());
}
