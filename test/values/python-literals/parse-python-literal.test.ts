import { describe, expect, it } from 'vitest';
import { parsePythonLiteral } from '../../../src/values/python-literals/parse-python-literal.js';
import type { PythonValue } from '../../../src/values/python-literals/python-value.js';

const int = (digits: string): PythonValue => ({ type: 'int', digits });
const float = (value: number): PythonValue => ({ type: 'float', value });
const str = (value: string): PythonValue => ({ type: 'str', value });
const bytes = (...values: number[]): PythonValue => ({ type: 'bytes', values });
const list = (...items: PythonValue[]): PythonValue => ({ type: 'list', items });
const tuple = (...items: PythonValue[]): PythonValue => ({ type: 'tuple', items });
const set = (...items: PythonValue[]): PythonValue => ({ type: 'set', items });
const dict = (...entries: [PythonValue, PythonValue][]): PythonValue => {
  return { type: 'dict', entries: entries.map(([key, value]) => ({ key, value })) };
};

describe('parsePythonLiteral', () => {
  it.each<[string, PythonValue]>([
    ['0', int('0')],
    ['00_0', int('0')],
    ['-0', int('0')],
    ['1_000', int('1000')],
    ['-12', int('-12')],
    ['+ 7', int('7')],
    ['18446744073709551617', int('18446744073709551617')],
    ['0xFF_ff', int('65535')],
    ['-0o17', int('-15')],
    ['0B101', int('5')],
    ['1.', float(1)],
    ['.5', float(0.5)],
    ['1_0.2_5e-0_1', float(1.025)],
    ['01.5', float(1.5)],
    ['1E400', float(Number.POSITIVE_INFINITY)],
    ['-0.0', float(-0)],
    ['nan', float(Number.NaN)],
    ['-inf', float(Number.NEGATIVE_INFINITY)],
    ['2j', { type: 'complex', real: 0, imaginary: 2 }],
    ['1 - 2.5J', { type: 'complex', real: 1, imaginary: -2.5 }],
    ['True', { type: 'bool', value: true }],
    ['None', { type: 'none' }],
    ['...', { type: 'ellipsis' }],
  ])('reads the word or number %s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });

  it.each<[string, PythonValue]>([
    [`'it"s'`, str('it"s')],
    [`"it's"`, str("it's")],
    [`''`, str('')],
    [`''''''`, str('')],
    [`'''a'b''c\n"d"'''`, str(`a'b''c\n"d"`)],
    [`"""a\r\nb\rc"""`, str('a\nb\nc')],
    [String.raw`'\n\t\\\'\"\a\b\f\r\v'`, str('\n\t\\\'"\u0007\b\f\r\v')],
    [String.raw`'\x41\u00e9\U0001F600'`, str('Aé😀')],
    [String.raw`'\1018\400\0'`, str('A8\u0100\u0000')],
    [String.raw`'\d\ '`, str(String.raw`\d\ `)],
    ["'a\\\nb'", str('ab')],
    [String.raw`r'\n\'x'`, str(String.raw`\n\'x`)],
    [`U'a' u"b"\t'c'`, str('abc')],
    [String.raw`b'a\xff\400\u0041\\'`, bytes(97, 255, 0, 92, 117, 48, 48, 52, 49, 92)],
    [String.raw`Rb'\x' bR"y"`, bytes(92, 120, 121)],
  ])('reads the string %s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });

  it.each<[string, PythonValue]>([
    ['[]', list()],
    ['[1, (2), [3,],]', list(int('1'), int('2'), list(int('3')))],
    ['()', tuple()],
    ['(1,)', tuple(int('1'))],
    [' 1, 2 ', tuple(int('1'), int('2'))],
    ['1,', tuple(int('1'))],
    ['{}', dict()],
    ['set()', set()],
    ['{1, "a"}', set(int('1'), str('a'))],
    [
      "{'a': (1, 2), 3: {None: b''}}",
      dict([str('a'), tuple(int('1'), int('2'))], [int('3'), dict([{ type: 'none' }, bytes()])]),
    ],
    ['[ # first\n 1, # second\n\n 2 \\\n ] # end\n', list(int('1'), int('2'))],
    [`('a'\n'b')`, str('ab')],
  ])('reads the collection %s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });

  it.each([
    ['', 'expected a value, the text ends at position 0'],
    ['[1, 2', 'expected "," or "]", the text ends at position 5'],
    ['[1 2]', 'expected "," or "]", found "2" at position 3'],
    ['[,]', 'expected a value, found "," at position 1'],
    ['1 2', 'expected the end, found "2" at position 2'],
    ['1\n2', 'expected the end, found "\\n" at position 1'],
    ["'a'\n'b'", 'expected the end'],
    ['{1: 2, 3}', 'a dict with an entry without a value'],
    ['{**a}', 'expected a value, found "*"'],
    ['12a', 'expected the end of a number, found "a" at position 2'],
    ['1__0', 'expected the end of a number, found "_"'],
    ['007', 'an integer with leading zeros at position 0'],
    ['--1', 'expected a number, found "-" at position 1'],
    ['-True', 'expected a number'],
    ['1 + 2', 'an operation is no literal'],
    ['true', 'true is no literal at position 0'],
    ['set([1])', 'set is no literal'],
    ['frozenset()', 'frozenset is no literal'],
    ["f'{1}'", 'a string with f is no literal'],
    ["'a", 'a string that does not end at position 0'],
    ["'a\nb'", 'a string that does not end'],
    ["['\\N{DASH}']", 'the escape \\N cannot be read at position 1'],
    ["'\\x4'", 'the escape \\x cannot be read'],
    ["'\\U00110000'", 'is no character'],
    ["b'é'", 'é cannot stand in bytes'],
    ["'a' b'b'", 'text and bytes side by side'],
    [`${'['.repeat(201)}${']'.repeat(201)}`, 'nested deeper than 200 levels'],
    ['9'.repeat(4301), 'an integer of more than 4300 digits'],
    [`0x${'f'.repeat(100_000)}`, 'an integer of more than 4300 digits'],
  ])('refuses %j', (text, problem) => {
    expect(() => parsePythonLiteral(text)).toThrow(SyntaxError);
    expect(() => parsePythonLiteral(text)).toThrow(problem);
  });

  it('reads what is long or deep without running out of stack', () => {
    const text = 'x\\n'.repeat(1_000_000);
    expect(parsePythonLiteral(`'${text}'`)).toEqual(str('x\n'.repeat(1_000_000)));
    expect(parsePythonLiteral(`${'['.repeat(200)}${']'.repeat(200)}`)).toMatchObject({
      type: 'list',
    });
  });
});
