/**
 * A number that a JavaScript `number` cannot carry unchanged, kept as its source text:
 * integers beyond 2^53, floats written with a fraction of zero (`1.0`), exponents, overflow
 * (`1e400`), and the `NaN` and `Infinity` that Python writes into JSON.
 */
export interface ExactNumber {
  /** The number exactly as it was written. */
  readonly text: string;
  /** Returns the nearest JavaScript number. */
  valueOf(): number;
  /** Returns {@link ExactNumber.text}. */
  toString(): string;
}

/** A JSON value as this library reads it: plain data, with numbers kept exact. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | ExactNumber
  | readonly JsonValue[]
  | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
