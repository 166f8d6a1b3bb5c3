import type { JsonObject, JsonValue } from '../core/json-value.js';
import { isExactNumber } from './exact-number.js';

/** How {@link stringifyJson} lays out its text. */
export interface StringifyJsonOptions {
  /**
   * Whether object keys are sorted by code unit, so that equal values give equal texts.
   * @defaultValue false
   */
  readonly sortKeys?: boolean | undefined;
  /**
   * Whether a space follows each comma and colon, which people and models read more easily.
   * @defaultValue false
   */
  readonly spaced?: boolean | undefined;
}

/**
 * Writes a value as JSON text on one line. Exact numbers are written as they were read, so that
 * text read by `parseJson` survives unchanged; `NaN` and the infinities are written as Python
 * writes them. Properties that are `undefined` are left out, as in `JSON.stringify`.
 *
 * @throws TypeError for values that JSON cannot carry, naming the path.
 */
export function stringifyJson(value: unknown, options: StringifyJsonOptions = {}): string {
  const comma = options.spaced ? ', ' : ',';
  const colon = options.spaced ? ': ' : ':';
  const sortKeys = options.sortKeys ?? false;

  // Kept aside instead of passed along: it is needed for an error only.
  const path: (string | number)[] = [];
  const write = (item: unknown): string => {
    switch (typeof item) {
      case 'string':
        return JSON.stringify(item);
      case 'number':
        return Object.is(item, -0) ? '-0' : String(item);
      case 'boolean':
        return String(item);
      case 'object':
        if (item === null) return 'null';
        if (isExactNumber(item)) return item.text;
        return Array.isArray(item) ? writeArray(item) : writeObject(item);
      default:
        throw new TypeError(`${showPath(path)} is ${typeof item}, which JSON cannot carry`);
    }
  };
  const writeArray = (items: readonly unknown[]): string => {
    let text = '[';
    // Unlike `map` this meets holes, too.
    for (let index = 0; index < items.length; index++) {
      path.push(index);
      text += (index > 0 ? comma : '') + write(items[index]);
      path.pop();
    }
    return `${text}]`;
  };
  const writeObject = (object: object): string => {
    const keys = Object.keys(object);
    if (sortKeys) keys.sort((a, b) => (a < b ? -1 : 1));
    let text = '{';
    let separator = '';
    for (const key of keys) {
      const item = (object as Readonly<Record<string, unknown>>)[key];
      if (item === undefined) continue;
      path.push(key);
      text += separator + JSON.stringify(key) + colon + write(item);
      path.pop();
      separator = comma;
    }
    return `${text}}`;
  };
  return write(value);
}

function showPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (shown, key) => shown + (typeof key === 'number' ? `[${key}]` : `.${key}`),
    '$',
  );
}

/** Writes a value so that equal values give equal texts: keys sorted, no spaces, numbers as they are. */
export function canonicalJson(value: JsonValue | JsonObject): string {
  return stringifyJson(value, { sortKeys: true });
}
