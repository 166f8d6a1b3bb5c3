import type { CodeFunction } from '../core/code-function.js';
import { codeFunctionSchema } from '../core/code-function-schema.js';
import { optionError } from '../errors/option-error.js';
import { contentHash } from '../values/content-hash.js';

/** The fields of a function; `id` is made from the content unless it is given. */
export type FunctionDefinition = Omit<CodeFunction, 'id'> & { readonly id?: string | undefined };

/**
 * Makes a function in the unified form from its parts.
 *
 * @throws TypeError naming a field that is missing or of the wrong type.
 */
export function defineFunction(definition: FunctionDefinition): CodeFunction {
  const checked = codeFunctionSchema.safeParse(definition);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const field = issue?.path.join('.') || 'definition';
    const received = issue?.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
      definition,
    );
    throw optionError(field, issue?.message ?? 'valid', received);
  }
  const { language, code, entrypoint, parameters, query, ioDescription } = definition;
  const content = { language, code, entrypoint, parameters, query, ioDescription };
  return { ...definition, id: definition.id ?? contentHash(content) };
}
