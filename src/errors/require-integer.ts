import { optionError } from './option-error.js';

/**
 * Returns `value` when it is an integer from `minimum` to `maximum`; throws a `TypeError` naming
 * `option` otherwise.
 */
export function requireInteger(
  option: string,
  value: unknown,
  minimum: number,
  maximum: number = Number.MAX_SAFE_INTEGER,
): number {
  if (
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    value >= minimum &&
    value <= maximum
  ) {
    return value;
  }
  const range =
    maximum === Number.MAX_SAFE_INTEGER
      ? `of at least ${minimum}`
      : `from ${minimum} to ${maximum}`;
  throw optionError(option, `an integer ${range}`, value);
}
