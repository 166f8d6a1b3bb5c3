import { expect, it } from 'vitest';
import { askGuest, callGuest, describeGuest, readResponses } from './run-guest.js';

/** The JSON text of what an expression comes to. */
function textOf(expression: string, before = ''): string {
  const text = callGuest(`${before}\ndef main_solution():\n    return ${expression}`);
  return /^\{"status":"returned","value":(.*),"logs":\[\],/.exec(text)?.[1] ?? text;
}

const sample = `
import collections, enum
class Color(enum.IntEnum):
    RED = 3
class Name(str):
    def __str__(self):
        return 'other'
class Items(dict):
    def items(self):
        return [('b', 1), ('b2', [])]
class Row(list):
    def __iter__(self):
        return iter('never')
Point = collections.namedtuple('Point', 'x y')
`;

describeGuest('values of the Python guest', () => {
  it('writes what json.dumps writes', () => {
    const values =
      "[1, 2**70, -0.0, 1.0, 1e400, -1e400, float('nan'), 1e22, 5e-324, True, None, 'é\\u2028\\ud800', (), {}, " +
      "{1: 2, 1.5: 3, True: 4}, {False: [None]}, {None: {'a': (1, [2])}}, {float('nan'): []}, [[], [[]]], '\\x00\\x7f\"\\\\/']";
    const expression = `{'ours': ${values}, 'theirs': json.dumps(${values}, separators=(',', ':'))}`;
    const { ours, theirs } = readTexts(textOf(expression, 'import json'));
    expect(ours).toBe(JSON.parse(theirs));
  });

  it('writes subclasses as json does', () => {
    expect(
      textOf(
        "[Color.RED, {Color.RED: [Name('a')]}, {Name('k'): Name('v')}, Point(1, [2]), Items(), Row([1, [2]]), " +
          "collections.OrderedDict(a=[1]), collections.defaultdict(list, b=2), collections.Counter('aab')]",
        sample,
      ),
    ).toBe(
      '[3,{"3":["a"]},{"k":"v"},[1,[2]],{"b":1,"b2":[]},[1,[2]],{"a":[1]},{"b":2},{"a":2,"b":1}]',
    );
  });

  it('reads numbers exactly and writes them back', () => {
    const input = '{"x":[18446744073709551617,1.0,1e400,NaN,-0.0,1E2,0.1000000000000000055]}';
    const text = callGuest('def main_solution(x): return x', { input });
    expect(text).toContain('"value":[18446744073709551617,1.0,Infinity,NaN,-0.0,100.0,0.1]');
  });

  it('names the first value that JSON cannot carry, with its path and in words', () => {
    const cases: [string, string, string][] = [
      ['{1, 2}', '$', 'a set'],
      ["{'a': [1, {'b c': (0, b'x')}]}", '$.a[1].b c[1]', 'bytes'],
      ['[[1], frozenset()]', '$[1]', 'a frozenset'],
      ['1j', '$', 'a complex number'],
      ['range(3)', '$', 'a range'],
      ['(x for x in [])', '$', 'a generator'],
      ['[main_solution]', '$[0]', 'a function'],
      ['[len]', '$[0]', 'a built-in function'],
      ['[int]', '$[0]', 'a class'],
      ['{}.keys()', '$', 'a dict_keys'],
      ['map(str, [])', '$', 'a map'],
      ['[enumerate([])]', '$[0]', 'an enumerate'],
      ['Thing()', '$', 'an object of class Thing'],
      ['Decimal(1)', '$', 'a decimal.Decimal'],
      ['[ValueError()]', '$[0]', 'a ValueError'],
      ['...', '$', 'Ellipsis'],
      ['{(1, 2): 3}', '$', 'a key that is a tuple'],
      ["{'a': {b'k': 1}}", '$.a', 'a key that is bytes'],
      ["{1: 'a', '1': 'b'}", '$.1', 'two keys that are both written as "1"'],
      ["{'x': {True: [], 'true': 1}}", '$.x.true', 'two keys that are both written as "true"'],
      ['Fake()', '$', 'an object of class Fake'],
    ];
    const before = `
from decimal import Decimal
class Thing: pass
class Fake:
    @property
    def __class__(self):
        return list
`;
    const responses = readResponses(
      askGuest(
        cases.map(([value]) => ({ source: `${before}def main_solution():\n    return ${value}` })),
      ),
    );
    for (const [index, [value, path, reason]] of cases.entries()) {
      expect([value, responses[index]]).toEqual([
        value,
        { status: 'unserializable', path, reason },
      ]);
    }
  });

  it('refuses circles and what is nested too deep', () => {
    const circle = 'def main_solution():\n    x = {"a": [1]}\n    x["a"].append(x)\n    return x';
    const twice = 'def main_solution():\n    x = [1, [2]]\n    return [x, x]';
    const deep = (levels: number): string =>
      `def main_solution():\n    x = 1\n    for _ in range(${levels}):\n        x = [x]\n    return x`;
    const [circular, shared, fits, tooDeep] = readResponses(
      askGuest([circle, twice, deep(200), deep(1000)].map((source) => ({ source }))),
    );
    expect(circular).toEqual({
      status: 'unserializable',
      path: '$.a[1]',
      reason: 'a circular reference',
    });
    expect(shared?.value).toEqual([
      [1, [2]],
      [1, [2]],
    ]);
    expect(fits?.status).toBe('returned');
    expect(tooDeep).toMatchObject({
      status: 'unserializable',
      reason: 'nested deeper than 200 levels',
    });
  });

  it('ends with a result that is too large, before writing it', () => {
    const sources = [
      "'a' * 101",
      "['a' * 60, 'b' * 60]",
      "{'a' * 60: 'b' * 60}",
      "{'k' * 200: []}",
      '10 ** 500',
      '[10 ** 90, 10 ** 90]',
      '7 ** 10 ** 6',
      'list(range(200))',
      '[[]] * 200',
      "{'a': {'b': list(range(99))}}",
    ].map((value) => ({
      source: `def main_solution():\n    return ${value}`,
      maxOutputCharacters: 100,
    }));
    const responses = askGuest(sources);
    expect(responses).toEqual(sources.map(() => '{"status":"output-too-large"}'));
  });

  it('counts the characters of the text', () => {
    const source = "def main_solution():\n    return [[1], {'a': 'b'}]";
    const [fits, tooLarge] = readResponses(
      askGuest([15, 14].map((maxOutputCharacters) => ({ source, maxOutputCharacters }))),
    );
    expect([fits?.value, tooLarge?.status]).toEqual([[[1], { a: 'b' }], 'output-too-large']);
  });
});

function readTexts(text: string): { ours: string; theirs: string } {
  const start = text.indexOf(',"theirs":');
  return { ours: text.slice('{"ours":'.length, start), theirs: text.slice(start + 10, -1) };
}
