import type { JsonValue, Outcome, Program } from '../../../src/index.js';

/** A quick call. */
export const double: Program = {
  language: 'javascript',
  code: 'const double = (n) => 2 * n',
  entrypoint: 'double',
  parameters: ['n'],
};

/** A call that takes all steps that it is given. */
export const endless: Program = {
  language: 'javascript',
  code: 'function endless() { for (;;); }',
  entrypoint: 'endless',
};

/** A built-in that the interpreter cannot interrupt. */
export const stuck: Program = {
  language: 'javascript',
  code: 'const stuck = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)',
  entrypoint: 'stuck',
};

/** The value of an outcome, or the outcome when it has none. */
export const resultOf = (outcome: Outcome): JsonValue | Outcome =>
  outcome.status === 'returned' ? outcome.value : outcome;

/** 0, 1, 2, … */
export const numbersBelow = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
