import type { CodeFunction } from '../core/code-function.js';
import { inferredKeyword } from '../core/inferred-schema.js';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import { isExactNumber } from '../values/exact-number.js';
import { isJsonObject } from '../values/is-json-object.js';
import { validatorOf } from './schema-validator.js';

const maximumProblems = 5;

/**
 * What a predicted input must fit:
 * - `names`: exactly the variables of the function;
 * - `types`: also the types that the function's JSON Schema gives;
 * - `schema`: the whole schema, with its ranges, lengths and patterns.
 */
export type InputCheck = 'names' | 'types' | 'schema';

/**
 * The check that a function's schema stands for: the whole of one that was given, and the names
 * alone of one that was inferred from a few inputs.
 */
export function defaultInputCheck({ inputSchema }: CodeFunction): InputCheck {
  return inputSchema === undefined || inferredKeyword in inputSchema ? 'names' : 'schema';
}

/** What a schema says about the kind of a value, rather than about its size or form. */
const typeKeywords = new Set(['type', 'required', 'additionalProperties']);

/**
 * Says what keeps a value from being an input of the function.
 *
 * @param known - An input that is known to be right; it tells the variables of a function that
 * takes the input object.
 * @returns One sentence a problem; none when the input may be tried.
 * @throws TypeError when the function's schema is not a JSON Schema.
 */
export function inputProblems(
  fn: CodeFunction,
  known: JsonObject,
  value: JsonValue,
  check: InputCheck,
): readonly string[] {
  if (!isJsonObject(value)) return ['it is not an object keyed by variable name'];
  const wanted = fn.parameters ?? Object.keys(known);
  const names = [
    ...wanted.filter((name) => !Object.hasOwn(value, name)).map((name) => `"${name}" is missing`),
    ...Object.keys(value)
      .filter((name) => !wanted.includes(name))
      .map((name) => `"${name}" is not one of the variables`),
  ];
  const isComplete = names.length > 0 || check === 'names' || fn.inputSchema === undefined;
  const problems = isComplete ? names : schemaProblems(fn.inputSchema, value, check);
  return problems.slice(0, maximumProblems);
}

function schemaProblems(schema: object, value: JsonValue, check: InputCheck): readonly string[] {
  const validate = validatorOf(schema);
  if (validate(toPlain(value))) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => check === 'schema' || typeKeywords.has(keyword))
    .map(({ instancePath, message }) => {
      const place = instancePath.slice(1).replaceAll('/', '.');
      return `${place === '' ? 'it' : `"${place}"`} ${message ?? 'does not fit'}`;
    });
}

/** The value in JavaScript numbers, which is what a schema speaks about. */
function toPlain(value: JsonValue): unknown {
  if (isExactNumber(value)) return Number(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => toPlain(item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}
