import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonValue, parseJson, stringifyJson } from '../../src/index.js';
import { alignItems } from '../../src/report/sample/align-items.js';
import { compareValues } from '../../src/report/sample/compare-values.js';

// Of numbers that are equal though they are written differently the right one is shown.
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value), toSmallInteger) as JsonValue);

function toSmallInteger(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? (Math.trunc(value) % 1000) + 0 : value;
}

const withoutSpace = (text: string): string => text.replaceAll(/\s|,/g, '');

/** The text of one side. */
function sideOf(lines: ReturnType<typeof compareValues>, mark: '-' | '+'): string {
  return lines
    .flatMap((line) => ('leftOut' in line ? [] : line.parts))
    .filter(([own]) => own === '=' || own === mark)
    .map(([, text]) => text)
    .join('');
}
const marked = (predicted: JsonValue, right: JsonValue): string[] =>
  compareValues(predicted, right).map((line) =>
    'leftOut' in line
      ? `⋯ ${line.leftOut}`
      : '  '.repeat(line.indent) +
        line.parts.map(([mark, text]) => (mark === '=' ? text : `${mark}${text}`)).join(''),
  );

describe('the difference between two values', () => {
  it('marks what is different in place', () => {
    expect(marked({ rods: [1, 2, 3], steps: 4 }, { rods: [1, 5, 3], steps: 4 })).toEqual([
      '{',
      '  "rods": [1, -2+5, 3],',
      '  "steps": 4',
      '}',
    ]);
    expect(marked([1, 3, 4], [1, 2, 3, 4])).toEqual(['[1, +2, 3, 4]']);
    expect(marked('a', 1)).toEqual(['-"a"+1']);
  });

  it('shows keys that are missing or too many', () => {
    expect(marked({ a: 1, c: 3 }, { a: 1, b: 2 })).toEqual([
      '{',
      '  "a": 1,',
      '  +"b": 2,',
      '  -"c": 3',
      '}',
    ]);
    expect(
      marked({ __proto__: null, a: 1 }, parseJson('{"__proto__":1,"a":1}')).join('\n'),
    ).toContain('+"__proto__": 1');
  });

  it('takes for equal what verdicts take for equal, unless there is nothing else', () => {
    expect(marked([0.33333, 1], [1 / 3, 2])).toEqual([`[${1 / 3}, -1+2]`]);
    expect(marked([0.33333], [1 / 3])).toEqual([`[-0.33333+${1 / 3}]`]);
  });

  it('leaves out what is far from any difference', () => {
    const items = Array.from({ length: 60 }, (_, index) => `item number ${index}`);
    const lines = marked(items.with(30, 'other'), items);
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('⋯ 28');
    expect(lines[8]).toBe('⋯ 27');
  });

  it('has both values in it, whatever they are', () => {
    fc.assert(
      fc.property(json, json, (predicted, right) => {
        const lines = compareValues(predicted, right);
        if (lines.some((line) => 'leftOut' in line)) return;
        const ofRight = withoutSpace(stringifyJson(right));
        expect(withoutSpace(sideOf(lines, '+'))).toBe(ofRight);
        // Keys stand in the order of the right one.
        const ofPredicted = [...withoutSpace(sideOf(lines, '-'))].sort().join('');
        expect(ofPredicted).toBe([...withoutSpace(stringifyJson(predicted))].sort().join(''));
      }),
    );
  });

  it('is bounded', () => {
    const long = (offset: number) =>
      Array.from({ length: 2000 }, (_, index) => `${index + offset} `);
    expect(compareValues(long(0), long(1)).length).toBeLessThan(250);
    expect(compareValues(long(0), [...long(5000), 'end']).length).toBeLessThan(250);
  });
});

describe('aligning items', () => {
  it('keeps the order of both lists and matches what is equal', () => {
    const list = fc.array(fc.nat(4), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (left, right) => {
        const aligned = alignItems(left, right, (a, b) => a === b);
        expect(aligned.flatMap((pair) => pair.left ?? [])).toEqual(left);
        expect(aligned.flatMap((pair) => pair.right ?? [])).toEqual(right);
      }),
    );
    expect(alignItems([1, 2, 3], [0, 1, 2, 3], (a, b) => a === b)).toEqual([
      { right: 0 },
      { left: 1, right: 1 },
      { left: 2, right: 2 },
      { left: 3, right: 3 },
    ]);
  });
});
