import { inferredKeyword } from '../core/inferred-schema.js';
import type { IOPair } from '../core/io-pair.js';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import { isExactNumber } from '../values/exact-number.js';
import { isJsonObject } from '../values/is-json-object.js';

/**
 * Infers a JSON Schema (2020-12) of a function's input from observed inputs: names, types, and the
 * structure of arrays and objects, but no ranges or lengths, of which a few inputs tell nothing. An
 * object inside an input whose keys have nothing in common from one time to the next counts as a
 * map. The order of the pairs does not matter.
 *
 * The schema is marked as inferred (`x-inferred-from`, the number of inputs): by default `verify`
 * and `collectPairs` hold an input to its names alone.
 *
 * @throws TypeError when there is no pair.
 *
 * @example
 * ```ts
 * const described = { ...fn, inputSchema: inferInputSchema(pairs) };
 * ```
 */
export function inferInputSchema(pairs: readonly Pick<IOPair, 'input'>[]): JsonObject {
  if (pairs.length === 0) throw new TypeError('pairs must hold at least one pair');
  const inputs = pairs.map(({ input }) => input);
  return { ...describeRecord(inputs), [inferredKeyword]: inputs.length };
}

type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

function describe(values: readonly JsonValue[]): JsonObject {
  const types = new Set(values.map(typeOf));
  if (types.has('number')) types.delete('integer');
  const names = [...types].sort();
  const arrays = values.filter((value): value is readonly JsonValue[] => Array.isArray(value));
  const objects = values.filter(isJsonObject);
  const items = arrays.flat(1) as readonly JsonValue[];
  return {
    ...(names.length > 0 && { type: names.length === 1 ? (names[0] as JsonType) : names }),
    ...(items.length > 0 && { items: describe(items) }),
    ...(objects.length > 0 && describeObjects(objects)),
  };
}

function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (typeof value === 'number' || isExactNumber(value)) {
    return Number.isInteger(Number(value)) ? 'integer' : 'number';
  }
  if (Array.isArray(value)) return 'array';
  return typeof value as 'boolean' | 'object' | 'string';
}

function describeObjects(objects: readonly JsonObject[]): JsonObject {
  const filled = objects.filter((object) => Object.keys(object).length > 0);
  const hasCommonKey = commonKeys(filled).length > 0;
  if (hasCommonKey || filled.length === 0) {
    const { type, ...rest } = describeRecord(objects);
    return rest;
  }
  return { additionalProperties: describe(filled.flatMap((object) => Object.values(object))) };
}

function describeRecord(objects: readonly JsonObject[]): JsonObject {
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))].sort();
  const properties = keys.map((key): [string, JsonObject] => {
    const holders = objects.filter((object) => Object.hasOwn(object, key));
    return [key, describe(holders.map((object) => object[key] as JsonValue))];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: commonKeys(objects),
    additionalProperties: false,
  };
}

function commonKeys(objects: readonly JsonObject[]): readonly string[] {
  const [first = {}, ...others] = objects;
  return Object.keys(first)
    .filter((key) => others.every((object) => Object.hasOwn(object, key)))
    .sort();
}
