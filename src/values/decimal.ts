import type { ExactNumber } from '../core/json-value.js';

/** A finite number as sign, digits and power of ten: `digits × 10^exponent`, digits without trailing zeros. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Reads the exact value of a number; `undefined` for NaN and the infinities. */
export function toDecimal(value: number | ExactNumber): Decimal | undefined {
  const match = parts.exec(value.toString());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const significant = (whole + fraction).replace(/^0+/, '');
  const digits = significant.replace(/0+$/, '');
  if (digits === '') return { digits: 0n, exponent: 0 };
  const exponent = Number(power) - fraction.length + (significant.length - digits.length);
  return { digits: BigInt(sign + digits), exponent };
}
