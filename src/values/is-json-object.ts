import type { JsonObject, JsonValue } from '../core/json-value.js';
import { isExactNumber } from './exact-number.js';

/** Says whether a JSON value is an object, and not an array, a number or null. */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)
  );
}
