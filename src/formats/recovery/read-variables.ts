import { isParsable } from '../../analysis/parse-program.js';
import { type InputVariables, readInputVariables } from '../../analysis/read-input-variables.js';
import type { Language } from '../../core/code-function.js';
import { readPythonSignature } from '../../functions/read-python-signature.js';

/**
 * Reads the variables of a function off its code.
 *
 * @returns `undefined` when the code does not define the function, or not where that can be seen.
 */
export function readVariables(
  code: string,
  language: Language,
  entrypoint: string,
): InputVariables | undefined {
  if (isParsable(language)) return readInputVariables(code, language, entrypoint);
  const signature = readPythonSignature(code, entrypoint);
  if (signature === undefined) return undefined;
  const all = [...signature.positional, ...signature.namedOnly];
  return {
    required: all.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    optional: all.filter(({ isRequired }) => !isRequired).map(({ name }) => name),
    takesMore: signature.takesMoreNames,
    positional: signature.positional.map(({ name }) => name),
  };
}

/** Says whether a function can be called with variables of these names. */
export function suits(
  { required, optional, takesMore }: InputVariables,
  names: readonly string[],
): boolean {
  return (
    required.every((name) => names.includes(name)) &&
    (takesMore || names.every((name) => required.includes(name) || optional.includes(name)))
  );
}
