import { jsonrepair } from 'jsonrepair';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import { isJsonObject } from '../values/is-json-object.js';
import { parseJson } from '../values/parse-json.js';
import { decodeString, findStringEnd } from './quoted-string.js';
import { readLiteral } from './read-literal.js';

/**
 * Reads the text of an object: as JSON when it is JSON, otherwise repaired (Python literals and
 * tuples, single quotes, trailing and missing commas, missing brackets). Never changes the inside
 * of a string.
 *
 * @returns `undefined` when it cannot be read.
 */
export function readObject(text: string): JsonObject | undefined {
  return asObject(() => parseJson(text)) ?? asObject(() => repair(text));
}

function asObject(read: () => JsonValue | undefined): JsonObject | undefined {
  try {
    const value = read();
    return value !== undefined && isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const brackets: Readonly<Record<string, string>> = { '(': '[', ')': ']' };
const structure = /[\s,:[\]{}]/;
const leafToken = /[^\s,:[\]{}()'"`]+/y;

/**
 * Repairs the structure alone: every leaf is replaced by a numbered string before the repair and
 * put back after it, so that the repair can do nothing to the leaves.
 *
 * @throws Error when a leaf is no literal or the structure is beyond repair.
 */
function repair(text: string): JsonValue {
  const leaves: JsonValue[] = [];
  let skeleton = '';
  for (let position = 0; position < text.length; ) {
    const character = text[position] as string;
    if (structure.test(character)) {
      skeleton += character;
      position++;
      continue;
    }
    const bracket = brackets[character];
    if (bracket !== undefined) {
      skeleton += bracket;
      position++;
      continue;
    }
    const token = takeLeaf(text, position);
    position += token.length;
    const isKey = /^\s*:/.test(text.slice(position, position + 20));
    skeleton += `"${leaves.length}"`;
    leaves.push(readLeaf(token, isKey));
  }
  return restore(JSON.parse(jsonrepair(skeleton)) as JsonValue, leaves);
}

function takeLeaf(text: string, position: number): string {
  const character = text[position];
  if (character === '"' || character === "'") {
    const end = findStringEnd(text, position);
    if (end < 0) throw new Error('unfinished string');
    return text.slice(position, end);
  }
  leafToken.lastIndex = position;
  const token = leafToken.exec(text)?.[0];
  if (token === undefined) throw new Error(`unexpected ${character}`);
  return token;
}

function readLeaf(token: string, isKey: boolean): JsonValue {
  if (token.startsWith('"') || token.startsWith("'")) return decodeString(token);
  if (isKey) return token;
  const literal = readLiteral(token);
  if (literal === undefined) throw new Error(`not a literal: ${token}`);
  return literal;
}

function restore(value: JsonValue, leaves: readonly JsonValue[]): JsonValue {
  if (typeof value === 'string') return leaf(leaves, value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => restore(item, leaves));
  if (value === null || typeof value !== 'object') throw new Error('the repair added a value');
  const entries = Object.entries(value as JsonObject).map(
    ([key, item]) => [String(leaf(leaves, key)), restore(item, leaves)] as const,
  );
  return Object.fromEntries(entries);
}

function leaf(leaves: readonly JsonValue[], index: string): JsonValue {
  const value = leaves[Number(index)];
  if (value === undefined) throw new Error('the repair added a value');
  return value;
}
