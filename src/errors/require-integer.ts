import { optionError } from './option-error.js';

/** Returns `value` when it is an integer of at least `minimum`; throws a `TypeError` naming `option` otherwise. */
export function requireInteger(option: string, value: unknown, minimum: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum) return value;
  throw optionError(option, `an integer of at least ${minimum}`, value);
}
