import type { CodeFunction } from '../core/code-function.js';
import { optionError } from '../errors/option-error.js';

/**
 * Anything that is about one function: a `CodeFunction` itself, an object with it as `function`
 * (such as a `Task`), or an object with a task (such as a `Conversation`).
 */
export type FunctionItem =
  | CodeFunction
  | { readonly function: CodeFunction }
  | { readonly task: { readonly function: CodeFunction } };

/**
 * Returns the function that an item is about.
 *
 * @throws TypeError when the item is not about a function.
 */
export function functionOf(item: FunctionItem): CodeFunction {
  const fn = unwrap(item);
  if (typeof fn?.id === 'string') return fn;
  throw optionError('item', 'a function, a task or a conversation', item);
}

function unwrap(item: FunctionItem): CodeFunction | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  if ('task' in item) return item.task?.function;
  return 'function' in item ? item.function : item;
}
