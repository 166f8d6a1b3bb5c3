import type { ExactNumber } from '../core/json-value.js';

const brand = Symbol.for('codeio.exact-number');

class SourceNumber implements ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    Object.freeze(this);
  }

  get [brand](): true {
    return true;
  }

  valueOf(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }
}

const form = /^(?:NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/**
 * Makes a number that keeps its source text.
 *
 * @param text - A JSON number, or `NaN`, `Infinity`, `-Infinity`.
 * @throws TypeError when `text` is no number.
 */
export function exactNumber(text: string): ExactNumber {
  if (!form.test(text)) throw new TypeError(`not a number: ${JSON.stringify(text.slice(0, 60))}`);
  return new SourceNumber(text);
}

/** Says whether a value is an {@link ExactNumber}, also one made by another copy of this library. */
export function isExactNumber(value: unknown): value is ExactNumber {
  return typeof value === 'object' && value !== null && brand in value;
}
