import type { Pattern } from 'acorn';
import { findEntrypoint } from './find-entrypoint.js';
import { type ParsableLanguage, parseProgram } from './parse-program.js';

/** The variables that a function takes, as far as its code tells. */
export interface InputVariables {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether values of any other name are taken, too. */
  readonly takesMore: boolean;
  /** Those that can be passed by position, in order. */
  readonly positional: readonly string[];
}

/**
 * Reads the variables of a function in JavaScript or TypeScript off its parameters.
 *
 * @returns `undefined` when the code does not define the function, or not where that can be seen.
 */
export function readInputVariables(
  code: string,
  language: ParsableLanguage,
  entrypoint: string,
): InputVariables | undefined {
  const program = parseProgram(code, language);
  if (program.status === 'failed') return undefined;
  const found = findEntrypoint(program, entrypoint);
  if (found.status !== 'found') return undefined;
  const [first] = found.parameters;
  if (found.parameters.length === 1 && first?.type === 'ObjectPattern') return fieldsOf(first);
  const positional = found.parameters.map(nameOf).filter((name) => name !== undefined);
  if (positional.length < found.parameters.length) return undefined;
  // A single parameter may be a variable, or the object of all of them.
  return positional.length === 1
    ? { required: [], optional: positional, takesMore: true, positional }
    : { required: positional, optional: [], takesMore: false, positional };
}

/** The variables of a function that takes the input object and names what it needs of it. */
function fieldsOf({ properties }: Extract<Pattern, { type: 'ObjectPattern' }>): InputVariables {
  const required = properties.flatMap((property) => {
    const isPlain = property.type === 'Property' && !property.computed;
    return isPlain && property.key.type === 'Identifier' ? [property.key.name] : [];
  });
  const takesMore = required.length < properties.length;
  return { required, optional: [], takesMore, positional: [] };
}

function nameOf(parameter: Pattern): string | undefined {
  if (parameter.type === 'AssignmentPattern') return nameOf(parameter.left);
  return parameter.type === 'Identifier' ? parameter.name : undefined;
}
