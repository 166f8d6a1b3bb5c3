import { isExactNumber } from '../../values/exact-number.js';

/** Says in a few words what a row holds somewhere, for a finding. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isExactNumber(value)) return value.text.slice(0, 40);
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
