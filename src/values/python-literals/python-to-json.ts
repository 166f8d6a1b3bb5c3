import type { ExactNumber, JsonValue } from '../../core/json-value.js';
import { exactNumber } from '../exact-number.js';
import { readNumber } from '../read-number.js';
import { mergeEntries, pythonKeyText } from './python-dict.js';
import { pythonFloatText } from './python-float-text.js';
import type { PythonValue } from './python-value.js';

/** How {@link pythonToJson} treats what JSON cannot tell apart. */
export interface PythonToJsonOptions {
  /**
   * Whether Python has to read the very same value back: a tuple, or a key that is no text, is
   * refused then, instead of becoming a list or a text.
   * @defaultValue false
   */
  readonly exact?: boolean | undefined;
}

/** A value of Python as JSON, or why JSON cannot carry it. */
export type CarriedPython =
  | { readonly status: 'carried'; readonly value: JsonValue }
  | ({ readonly status: 'refused' } & Obstacle);

interface Obstacle {
  /** The place in the value, such as `[0].name`; empty for the value itself. */
  readonly path: string;
  /** What stands there, such as `a set`. */
  readonly reason: string;
}

const nouns: Readonly<Record<PythonValue['type'], string>> = {
  none: 'None',
  ellipsis: 'an ellipsis',
  bool: 'a boolean',
  int: 'an integer',
  float: 'a float',
  complex: 'a complex number',
  str: 'text',
  bytes: 'bytes',
  list: 'a list',
  tuple: 'a tuple',
  set: 'a set',
  dict: 'a dict',
};
const refused: readonly PythonValue['type'][] = ['ellipsis', 'complex', 'bytes', 'set'];

/**
 * Makes a value of Python what a reader of JSON gets to see once `json.dumps` has written it: tuples
 * become lists, and keys that are numbers, booleans or `None` become text. Sets, bytes, complex
 * numbers and `...` are refused, as are two keys that become the same text.
 */
export function pythonToJson(
  value: PythonValue,
  { exact = false }: PythonToJsonOptions = {},
): CarriedPython {
  const obstacle = findObstacle(value, exact, '');
  if (obstacle !== undefined) return { status: 'refused', ...obstacle };
  return { status: 'carried', value: toJson(value) };
}

function findObstacle(value: PythonValue, exact: boolean, path: string): Obstacle | undefined {
  if (refused.includes(value.type) || (exact && value.type === 'tuple')) {
    return { path, reason: nouns[value.type] };
  }
  if (value.type === 'dict') return findInDict(value, exact, path);
  const items = 'items' in value ? value.items : [];
  for (const [index, item] of items.entries()) {
    const obstacle = findObstacle(item, exact, `${path}[${index}]`);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

function findInDict(
  { entries }: Extract<PythonValue, { type: 'dict' }>,
  exact: boolean,
  path: string,
): Obstacle | undefined {
  const texts = new Set<string>();
  for (const { key, value } of mergeEntries(entries)) {
    const text = pythonKeyText(key);
    if (text === undefined || (exact && key.type !== 'str')) {
      return { path, reason: `a dict with a key that is ${nouns[key.type]}` };
    }
    if (texts.has(text)) {
      return { path, reason: `a dict with two keys that JSON writes as ${JSON.stringify(text)}` };
    }
    texts.add(text);
    const obstacle = findObstacle(value, exact, `${path}.${text}`);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

function toJson(value: PythonValue): JsonValue {
  switch (value.type) {
    case 'bool':
    case 'str':
      return value.value;
    case 'int':
      return readNumber(value.digits);
    case 'float':
      return toNumber(value.value);
    case 'list':
    case 'tuple':
      return value.items.map(toJson);
    case 'dict':
      // Unlike an assignment, this takes the key "__proto__" for what it is.
      return Object.fromEntries(
        mergeEntries(value.entries).map((entry) => [
          pythonKeyText(entry.key) ?? '',
          toJson(entry.value),
        ]),
      );
    default:
      return null;
  }
}

function toNumber(float: number): number | ExactNumber {
  const text = pythonFloatText(float);
  return Number.isFinite(float) ? readNumber(text) : exactNumber(text);
}
