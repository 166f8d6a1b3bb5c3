import type { PythonArguments } from '../values/python-literals/parse-python-arguments.js';
import type { PythonValue } from '../values/python-literals/python-value.js';
import type { PythonSignature } from './read-python-signature.js';

/** The arguments of a call by the names of the parameters. */
export interface BoundArguments {
  readonly values: ReadonlyMap<string, PythonValue>;
  /** Names in the order in which the values can be passed; absent when only names tell them apart. */
  readonly parameters?: readonly string[];
}

/**
 * Gives every argument of a call the name of its parameter.
 *
 * @throws TypeError when the function cannot be called so, or not with names for all values.
 */
export function bindPythonArguments(
  { positional, named }: PythonArguments,
  signature: PythonSignature,
): BoundArguments {
  const names = signature.positional.map(({ name }) => name);
  if (positional.length > names.length) {
    throw new TypeError(`${positional.length} values for ${names.length} parameters with a name`);
  }
  const values = new Map(positional.map((value, index) => [names[index] ?? '', value]));
  const known = [...names.slice(signature.positionalOnly), ...namesOf(signature.namedOnly)];
  for (const [name, value] of named) {
    if (values.has(name)) throw new TypeError(`two values for ${name}`);
    if (!known.includes(name) && !signature.takesMoreNames) {
      throw new TypeError(`there is no parameter ${name}`);
    }
    values.set(name, value);
  }
  const missing = [...signature.positional, ...signature.namedOnly].find(({ name, isRequired }) => {
    return isRequired && !values.has(name);
  });
  if (missing !== undefined) throw new TypeError(`no value for ${missing.name}`);
  const parameters = names.slice(0, values.size);
  if (parameters.every((name) => values.has(name)) && parameters.length === values.size) {
    return { values, parameters };
  }
  if (names.slice(0, signature.positionalOnly).some((name) => values.has(name))) {
    throw new TypeError('some values go by position only, and others by name only');
  }
  return { values };
}

function namesOf(parameters: PythonSignature['namedOnly']): readonly string[] {
  return parameters.map(({ name }) => name);
}
