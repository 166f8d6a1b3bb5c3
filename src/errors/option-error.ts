/** Describes a received value in a few words, for an error message. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/**
 * Makes the `TypeError` for misuse: names the option, what was expected and what came.
 *
 * @param option - The name of the option, such as `maxTurns`.
 * @param expected - What it should be, such as `a positive integer`.
 * @param received - The value that came.
 */
export function optionError(option: string, expected: string, received: unknown): TypeError {
  return new TypeError(`${option} must be ${expected}, got ${describe(received)}`);
}
