import type { JsonValue } from '../../core/json-value.js';
import { isJsonObject } from '../../values/is-json-object.js';
import { stringifyJson } from '../../values/stringify-json.js';

/** Widest line that a list or an object is kept on. */
export const lineWidth = 76;

/** A line of a printed value. */
export interface PrintedLine {
  readonly indent: number;
  readonly text: string;
}

/** Lays a value out for reading: what fits stays on one line. */
export function printLines(
  value: JsonValue,
  indent = 0,
  before = '',
  after = '',
): readonly PrintedLine[] {
  const text = stringifyJson(value, { spaced: true });
  const isFlat = !Array.isArray(value) && !isJsonObject(value);
  if (isFlat || indent * 2 + before.length + text.length + after.length <= lineWidth) {
    return [{ indent, text: before + text + after }];
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = membersOf(value);
  return [
    { indent, text: `${before}${open}` },
    ...members.flatMap(({ label, value: inner }, index) =>
      printLines(inner, indent + 1, label, index < members.length - 1 ? ',' : ''),
    ),
    { indent, text: `${close}${after}` },
  ];
}

/** Prints a value as one text. */
export function printValue(value: JsonValue): string {
  return printLines(value)
    .map(({ indent, text }) => '  '.repeat(indent) + text)
    .join('\n');
}

/** What stands before the value of a key. */
export function labelOf(key: string): string {
  return `${JSON.stringify(key)}: `;
}

function membersOf(value: JsonValue): readonly { label: string; value: JsonValue }[] {
  if (Array.isArray(value)) return value.map((inner: JsonValue) => ({ label: '', value: inner }));
  return isJsonObject(value)
    ? Object.entries(value).map(([key, inner]) => ({ label: labelOf(key), value: inner }))
    : [];
}
