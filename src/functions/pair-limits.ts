import { optionError } from '../errors/option-error.js';
import type { JsonLimits } from '../values/json-limits.js';

/**
 * How large an input or output may be by default. The paper's limits (App. A) are sizes on CPython's
 * heap: 1,024 bytes in all, containers shorter than 20, strings shorter than 100, other objects
 * below 128 bytes. These are the limits in terms of JSON that agree best with them: over 59,000
 * inputs and outputs of 1,500 published functions they keep 99.4 % of what the paper's rule keeps,
 * and come to the same decision for 94 % of all.
 */
export const defaultPairLimits: JsonLimits = {
  maxTextLength: 300,
  maxContainerLength: 19,
  maxStringLength: 99,
  maxDepth: 5,
  maxDigits: 40,
};

/**
 * Completes limits with the defaults.
 *
 * @throws TypeError for one that is no whole number of at least 1 and not `Infinity`.
 */
export function resolvePairLimits(limits: Partial<JsonLimits> = {}): JsonLimits {
  const names = Object.keys(defaultPairLimits) as (keyof JsonLimits)[];
  for (const [name, value] of Object.entries(limits)) {
    const isKnown = names.includes(name as keyof JsonLimits);
    if (!isKnown) throw optionError('limits', `an object with ${names.join(', ')}`, name);
    const isNumber = typeof value === 'number' && value >= 1;
    if (value !== undefined && !(isNumber && (Number.isInteger(value) || value === Infinity))) {
      throw optionError(`limits.${name}`, 'a whole number of at least 1, or Infinity', value);
    }
  }
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value));
  return { ...defaultPairLimits, ...given };
}
