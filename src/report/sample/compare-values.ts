import type { JsonObject, JsonValue } from '../../core/json-value.js';
import { isEqual } from '../../values/is-equal.js';
import { isJsonObject } from '../../values/is-json-object.js';
import { stringifyJson } from '../../values/stringify-json.js';
import { alignItems } from './align-items.js';
import { foldLines, isChanged, type Line } from './fold-lines.js';
import { labelOf, lineWidth, printLines } from './print-value.js';
import type { DifferenceLine, DifferencePart } from './sample-data.js';

type Mark = DifferencePart[0];
type Same = (a: JsonValue, b: JsonValue) => boolean;

/** Where a value stands in its line. */
interface Place {
  readonly indent: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Compares an answer with the right one, value by value, as verdicts do: numbers within their
 * tolerance are the same, unless there is no other difference.
 */
export function compareValues(predicted: JsonValue, right: JsonValue): readonly DifferenceLine[] {
  const place = { indent: 0, before: '', after: '' };
  const lines = compare(predicted, right, place, isEqual);
  const strictly: Same = (a, b) => isEqual(a, b, { mode: 'strict' });
  return foldLines(lines.some(isChanged) ? lines : compare(predicted, right, place, strictly));
}

function compare(predicted: JsonValue, right: JsonValue, place: Place, same: Same): Line[] {
  if (same(predicted, right)) return whole('=', right, place);
  if (Array.isArray(predicted) && Array.isArray(right)) {
    return compareLists(predicted, right, place, same);
  }
  if (isJsonObject(predicted) && isJsonObject(right)) {
    return compareObjects(predicted, right, place, same);
  }
  const [minus, plus] = [whole('-', predicted, place), whole('+', right, place)];
  const isShort = minus.length === 1 && plus.length === 1;
  if (!isShort) return [...minus, ...plus];
  const parts = join([
    ['=', place.before],
    ['-', text(predicted)],
    ['+', text(right)],
    ['=', place.after],
  ]);
  return [{ indent: place.indent, parts }];
}

function compareLists(
  predicted: readonly JsonValue[],
  right: readonly JsonValue[],
  place: Place,
  same: Same,
): Line[] {
  const items = alignItems(predicted, right, same);
  const { indent, before, after } = place;
  if (
    text(predicted).length + text(right).length <= 2 * lineWidth &&
    isFlat([...predicted, ...right])
  ) {
    const parts = items.flatMap(({ left, right }, index): DifferencePart[] => [
      ['=', index > 0 ? ', ' : ''],
      ...(left !== undefined && right !== undefined && same(left, right)
        ? [['=', text(right)] as const]
        : [...sideOf('-', left), ...sideOf('+', right)]),
    ]);
    return [{ indent, parts: join([['=', `${before}[`], ...parts, ['=', `]${after}`]]) }];
  }
  const inner = items.flatMap(({ left, right }, index) =>
    compareMember(
      left,
      right,
      { indent: indent + 1, before: '', after: comma(index, items) },
      same,
    ),
  );
  return wrap(inner, '[', ']', place);
}

function compareObjects(
  predicted: JsonObject,
  right: JsonObject,
  place: Place,
  same: Same,
): Line[] {
  const keys = [...new Set([...Object.keys(right), ...Object.keys(predicted)])];
  const inner = keys.flatMap((key, index) => {
    const inside = { indent: place.indent + 1, before: labelOf(key), after: comma(index, keys) };
    return compareMember(own(predicted, key), own(right, key), inside, same);
  });
  return wrap(inner, '{', '}', place);
}

function compareMember(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  place: Place,
  same: Same,
): Line[] {
  if (left !== undefined && right !== undefined) return compare(left, right, place, same);
  return [
    ...(left === undefined ? [] : whole('-', left, place)),
    ...(right === undefined ? [] : whole('+', right, place)),
  ];
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function whole(mark: Mark, value: JsonValue, { indent, before, after }: Place): Line[] {
  return printLines(value, indent, before, after).map((line) => ({
    indent: line.indent,
    parts: [[mark, line.text]],
  }));
}

function wrap(inner: readonly Line[], open: string, close: string, place: Place): Line[] {
  const { indent, before, after } = place;
  return [
    { indent, parts: [['=', before + open]] },
    ...inner,
    { indent, parts: [['=', close + after]] },
  ];
}

function sideOf(mark: Mark, value: JsonValue | undefined): DifferencePart[] {
  return value === undefined ? [] : [[mark, text(value)]];
}

/** Joins neighbours of one mark, and drops what is empty. */
function join(parts: readonly DifferencePart[]): DifferencePart[] {
  const joined: DifferencePart[] = [];
  for (const [mark, piece] of parts) {
    const last = joined.at(-1);
    if (piece === '') continue;
    if (mark === '=' && last?.[0] === '=') joined[joined.length - 1] = ['=', last[1] + piece];
    else joined.push([mark, piece]);
  }
  return joined;
}

function isFlat(values: readonly JsonValue[]): boolean {
  return values.every((value) => !Array.isArray(value) && !isJsonObject(value));
}

function comma(index: number, all: readonly unknown[]): string {
  return index < all.length - 1 ? ',' : '';
}

function text(value: JsonValue): string {
  return stringifyJson(value, { spaced: true });
}
