import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import type { JsonValue } from '../core/json-value.js';
import type { TransformProblem } from '../core/transform-problem.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import type { Sandbox } from '../sandbox/sandbox.js';
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
  const names = fn.parameters ?? [];
  if (names.length < 2 || pairs.length < 2) return [];
  const matters = await Promise.all(
    names.map(async (name) => {
      const changes = await Promise.all(
        pairs.slice(0, trials).map(async ({ input, output }, index) => {
          const other = pairs[(index + 1) % pairs.length] as IOPair;
          const changed = { ...input, [name]: other.input[name] as JsonValue };
          const outcome = await runPatiently(sandbox, fn, changed, { signal });
          if (outcome.status !== 'returned') return true;
          return canonicalJson(outcome.value) !== canonicalJson(output);
        }),
      );
      return changes.includes(true);
    }),
  );
  return names
    .filter((_, index) => !matters[index])
    .map((name) => ({
      kind: 'unused-parameter',
      message: `The result stayed the same when the parameter \`${name}\` was given other values.`,
    }));
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
