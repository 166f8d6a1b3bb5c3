import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { TransformProblem } from '../core/transform-problem.js';
import { isJsonObject } from '../values/is-json-object.js';
import { isLinearPattern } from '../verification/linear-pattern.js';
import { schemaProblem } from '../verification/schema-validator.js';

/** Checks that a JSON Schema is one, and describes an object of exactly these variables. */
export function checkSchema(
  schema: JsonObject,
  parameters: readonly string[],
): readonly TransformProblem[] {
  const problem = schemaProblem(schema);
  if (problem !== undefined) {
    return [{ kind: 'schema-invalid', message: `The input schema is no JSON Schema: ${problem}.` }];
  }
  const pattern = patternsOf(schema).find((each) => !isLinearPattern(each));
  if (pattern !== undefined) {
    const message = `The pattern ${pattern} in the input schema looks around or back, which is not available; write it without.`;
    return [{ kind: 'schema-invalid', message }];
  }
  const properties = schema.properties ?? {};
  const described = isJsonObject(properties) ? Object.keys(properties) : [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  const messages = [
    ...parameters
      .filter((name) => !described.includes(name) || !required.includes(name))
      .map((name) => `The input schema does not describe and require the parameter \`${name}\`.`),
    ...described
      .filter((name) => !parameters.includes(name))
      .map((name) => `The input schema describes \`${name}\`, which is no parameter.`),
  ];
  return messages.map((message) => ({ kind: 'schema-invalid', message }));
}

/** All patterns in a schema: they run outside the sandbox. */
function patternsOf(schema: JsonValue): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, JsonValue]) => {
    if (key === 'pattern' && typeof value === 'string') return [value];
    const own = key === 'patternProperties' && isJsonObject(value) ? Object.keys(value) : [];
    return [...own, ...patternsOf(value)];
  });
}
