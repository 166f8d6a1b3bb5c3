import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonObject, parseJson, stringifyJson } from '../../src/index.js';
import { openPython, returning } from './support/python-calls.js';

const { run, text, value } = openPython();
const echo = 'def main(value):\n    return value';
const echoText = (json: string): Promise<string> =>
  text(echo, parseJson(`{"value": ${json}}`) as JsonObject);

describe('numbers that Python returns', () => {
  it.each([
    ['1', '1'],
    ['1.0', '1.0'],
    ['True', 'true'],
    ['-0.0', '-0.0'],
    ['0', '0'],
    ['2 ** 53 + 1', '9007199254740993'],
    ['2 ** 64 + 1', '18446744073709551617'],
    ['-(10 ** 40)', `-1${'0'.repeat(40)}`],
    ['0.1 + 0.2', '0.30000000000000004'],
    ['1e16', '1e+16'],
    ['1e22', '1e+22'],
    ['5e-324', '5e-324'],
    ['1e-7', '1e-07'],
    ['3 / 2', '1.5'],
    ['4 / 2', '2.0'],
    ['7 // 2', '3'],
    ['7.0 // 2', '3.0'],
    ['float("nan")', 'NaN'],
    ['float("inf")', 'Infinity'],
    ['-float("inf")', '-Infinity'],
    ['1e400', 'Infinity'],
    ['sum([0.1] * 10)', '1.0'],
    ['round(2.5)', '2'],
    ['round(2.675, 2)', '2.67'],
    ['divmod(-7, 2)', '[-4,1]'],
    ['(-8) ** (1 / 3) == 2', 'false'],
    ['math.factorial(25)', '15511210043330985984000000'],
    ['math.isqrt(10 ** 40)', '100000000000000000000'],
    ['int("9" * 30)', '9'.repeat(30)],
    ['len(str(10 ** 6000))', '6001'],
  ])('%s is %s', async (expression, expected) => {
    expect(await text(returning(expression, 'import math'))).toBe(expected);
  });
});

describe('values that go in', () => {
  it.each([
    '1',
    '1.0',
    '-0.0',
    '-1.5',
    '18446744073709551617',
    '1e+16',
    '1e-07',
    'NaN',
    '-Infinity',
    'true',
    'null',
    '""',
    '"ü\u2028😀"',
    '[]',
    '{}',
    '[[1,1.0,[2.0]],{"a":{"b":[null,false]}}]',
    `{"${'k'.repeat(300)}":${'1'.repeat(300)}}`,
  ])('come back as they are: %s', async (json) => {
    expect(await echoText(json)).toBe(json);
  });

  it('are read as Python reads JSON', async () => {
    const types = 'def main(value):\n    return [type(each).__name__ for each in value]';
    const json = '[1, 1.0, 1e2, -0, -0.0, 1e400, NaN, true, null, "", [], {}]';
    const input = parseJson(`{"value": ${json}}`) as JsonObject;
    expect(await value(types, input)).toEqual([
      ...['int', 'float', 'float', 'int', 'float', 'float', 'float', 'bool', 'NoneType'],
      ...['str', 'list', 'dict'],
    ]);
    expect(await echoText('1e400')).toBe('Infinity');
    expect(await echoText('1E2')).toBe('100.0');
  });

  it('come back as they are, whatever they are', async () => {
    const property = fc.asyncProperty(fc.jsonValue({ stringUnit: 'binary' }), async (sent) => {
      // JavaScript has one zero in JSON.
      const json = JSON.stringify(sent);
      expect(await value(echo, { value: JSON.parse(json) as JsonObject })).toEqual(
        parseJson(await echoText(json)),
      );
      const again = 'import json\ndef main(value):\n    return json.loads(json.dumps(value))';
      expect(await text(again, parseJson(`{"value": ${json}}`) as JsonObject)).toBe(
        await echoText(json),
      );
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('keep integers of any size', async () => {
    const property = fc.asyncProperty(
      fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n }),
      async (n) => {
        expect(await echoText(String(n))).toBe(String(n));
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });

  it('keep floats to the last bit', async () => {
    const property = fc.asyncProperty(fc.double({ noNaN: true }), async (number) => {
      const json = Object.is(number, -0) ? '-0.0' : stringifyJson(number);
      expect(Number(await echoText(json))).toBe(number);
    });
    await fc.assert(property, { numRuns: 50 });
  });
});

describe('containers that Python returns', () => {
  const head = `import collections, dataclasses, enum, typing
Point = collections.namedtuple('Point', 'x y')
class Pair(typing.NamedTuple):
    a: int
    b: float = 2.0
class Level(enum.IntEnum):
    LOW = 1
class Name(enum.StrEnum):
    FIRST = 'first'
class Words(list):
    pass
class Number(int):
    def __repr__(self):
        return 'forged'`;

  it.each([
    ['(1, (2, ()), [3])', '[1,[2,[]],[3]]'],
    ['Point(1, [2.0])', '[1,[2.0]]'],
    ['Pair(1)', '[1,2.0]'],
    ['[Level.LOW, Name.FIRST]', '[1,"first"]'],
    ['Words("ab")', '["a","b"]'],
    ['[Number(5)]', '[5]'],
    ['collections.Counter("aab")', '{"a":2,"b":1}'],
    ['collections.OrderedDict(b=1, a=2)', '{"b":1,"a":2}'],
    ['collections.defaultdict(list, {"k": [1]})', '{"k":[1]}'],
    ['{1: "a", 2.0: "b", None: "c", False: "d"}', '{"1":"a","2.0":"b","null":"c","false":"d"}'],
    [
      '{2 ** 70: 1, -1: 2, float("nan"): 3, 1e30: 4}',
      `{"${2n ** 70n}":1,"-1":2,"NaN":3,"1e+30":4}`,
    ],
    ['{Level.LOW: {Name.FIRST: ()}}', '{"1":{"first":[]}}'],
    ['{"z": 1, "a": 2, "10": 3, "9": 4}', '{"z":1,"a":2,"10":3,"9":4}'],
    ['{1: True, "a": {2: {3: (4,)}}}', '{"1":true,"a":{"2":{"3":[4]}}}'],
  ])('%s is %s', async (expression, expected) => {
    const returned = await value(returning(expression, head));
    expect(returned).toEqual(parseJson(expected));
    const keys = Object.keys(returned as object);
    expect(keys).toEqual(Object.keys(parseJson(expected) as object));
  });

  it('are refused with two keys that are written alike', async () => {
    expect(await run(returning('{1: "a", "1": "b"}'))).toEqual({
      status: 'unserializable',
      path: '$.1',
      reason: 'two keys that are both written as "1"',
    });
  });

  it.each([
    ['{"a": [0, {1}]}', '$.a[1]', 'a set'],
    ['({"b": b""},)', '$[0].b', 'bytes'],
    ['[dataclasses.make_dataclass("Data", ["x"])(1)]', '$[0]', expect.stringContaining('Data')],
    ['[enum.Enum("Color", "RED").RED]', '$[0]', expect.stringContaining('Color')],
    ['{3: {"x": (1, 2, 1j)}}', '$.3.x[2]', 'a complex number'],
    ['collections.deque([1])', '$', 'a collections.deque'],
    ['{"k": {}.keys()}', '$.k', 'a dict_keys'],
    ['map(str, [1])', '$', 'a map'],
    ['object()', '$', 'an object'],
    ['ValueError("x")', '$', 'a ValueError'],
  ])('%s is refused with its path', async (expression, path, reason) => {
    expect(await run(returning(expression, head))).toEqual({
      status: 'unserializable',
      path,
      reason: reason as string,
    });
  });

  it('are carried with as many characters as the limit allows', async () => {
    const longest = 1024 * 1024;
    expect(await value(returning(`"x" * ${longest - 2}`))).toHaveLength(longest - 2);
    expect(await run(returning(`"x" * ${longest - 1}`))).toEqual({ status: 'output-too-large' });
    expect(await run(returning(`10 ** ${longest}`))).toEqual({ status: 'output-too-large' });
    expect(await run(returning(`{"a": ["x" * 600_000, {"b": "y" * 600_000}]}`))).toEqual({
      status: 'output-too-large',
    });
  });
});
