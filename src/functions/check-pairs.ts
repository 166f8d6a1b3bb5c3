import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import type { JsonValue } from '../core/json-value.js';
import type { TransformProblem } from '../core/transform-problem.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { isExactNumber } from '../values/exact-number.js';
import { isJsonObject } from '../values/is-json-object.js';
import { canonicalJson } from '../values/stringify-json.js';
import { namesVariable } from './check-statement.js';

/** How many inputs are changed to find out whether a variable matters. */
const trials = 8;

/**
 * Checks that every variable matters to the result: gives inputs, one variable after the other, the
 * value that another input has there.
 */
export async function checkInfluence(
  fn: CodeFunction,
  pairs: readonly IOPair[],
  { sandbox, signal }: { readonly sandbox: Sandbox; readonly signal?: AbortSignal | undefined },
): Promise<readonly TransformProblem[]> {
  const names = fn.parameters ?? commonNames(fn, pairs);
  if (names.length < 2 || pairs.length < 2) return [];
  const matters = await Promise.all(
    names.map(async (name) => {
      // One after the other: mostly the first one tells.
      for (const [index, { input, output }] of pairs.slice(0, trials).entries()) {
        const value = otherValue(name, index, pairs);
        if (value === undefined) continue;
        const outcome = await runPatiently(sandbox, fn, { ...input, [name]: value }, { signal });
        if (outcome.status !== 'returned') return true;
        if (canonicalJson(outcome.value) !== canonicalJson(output)) return true;
      }
      return false;
    }),
  );
  return names
    .filter((_, index) => !matters[index])
    .map((name) => ({
      kind: 'unused-parameter',
      message: `The result stayed the same when the parameter \`${name}\` was given other values.`,
    }));
}

/** The variables of a Python function that takes them by name: those that all inputs have. */
function commonNames({ language }: CodeFunction, pairs: readonly IOPair[]): readonly string[] {
  const [first, ...others] = pairs.map(({ input }) => input);
  if (language !== 'python') return [];
  return Object.keys(first ?? {}).filter((name) =>
    others.every((input) => Object.hasOwn(input, name)),
  );
}

/**
 * The next value of a variable that differs from the one at `index`; one of the same form when there
 * is one, because variables often have to fit each other.
 */
function otherValue(name: string, index: number, pairs: readonly IOPair[]): JsonValue | undefined {
  const valueAt = (at: number): JsonValue => pairs[at % pairs.length]?.input[name] ?? null;
  const own = valueAt(index);
  const others = pairs
    .map((_, offset) => valueAt(index + offset))
    .filter((value) => canonicalJson(value) !== canonicalJson(own));
  return others.find((value) => formOf(value) === formOf(own)) ?? others[0];
}

function formOf(value: JsonValue): string {
  if (typeof value === 'string') return `text of ${value.length}`;
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return typeof value;
  return Array.isArray(value) ? `list of ${value.length}` : Object.keys(value).sort().join();
}

/** Checks that the description names every field that all results have. */
export function checkFieldNames(
  ioDescription: string,
  pairs: readonly IOPair[],
): readonly TransformProblem[] {
  const [first, ...others] = pairs.map(({ output }) => (isJsonObject(output) ? output : {}));
  return Object.keys(first ?? {})
    .filter((key) => others.every((output) => Object.hasOwn(output, key)))
    .filter((key) => !namesVariable(ioDescription, key))
    .map((key) => ({
      kind: 'variable-not-named',
      message: `The description of input and output does not name the field \`${key}\` of the result.`,
    }));
}
