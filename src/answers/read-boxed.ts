import type { AnswerKey } from '../core/answer.js';
import type { JsonValue } from '../core/json-value.js';
import { isJsonObject } from '../values/is-json-object.js';
import { parseJson } from '../values/parse-json.js';
import { readLiteral } from './read-literal.js';
import { readObject } from './read-object.js';

/**
 * Reads the last `\boxed{…}` of a text: the answer itself, or an object that carries it.
 *
 * @returns `undefined` when there is none, or when it cannot be the answer that `key` asks for.
 */
export function readBoxed(text: string, key: AnswerKey): JsonValue | undefined {
  const content = lastBoxed(text);
  if (content === undefined) return undefined;
  const plain = content
    .replace(/\\(?:text|texttt|mathrm|mathtt)\{([^{}]*)\}/g, '$1')
    .replace(/\\([{}"_$%#&])/g, '$1')
    .trim();
  const object = readObject(plain);
  if (object !== undefined) return Object.hasOwn(object, key) ? object[key] : object;
  const value = readValue(plain);
  return key === 'input' && !isJsonObject(value) ? undefined : value;
}

function lastBoxed(text: string): string | undefined {
  const marker = '\\boxed{';
  const start = text.lastIndexOf(marker);
  if (start < 0) return undefined;
  let depth = 1;
  for (let i = start + marker.length; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return text.slice(start + marker.length, i);
  }
  return undefined;
}

function readValue(text: string): JsonValue {
  const literal = readLiteral(text);
  if (literal !== undefined) return literal;
  const wrapped = readObject(`{"value": ${text}}`);
  if (wrapped !== undefined && Object.keys(wrapped).length === 1) return wrapped.value as JsonValue;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
