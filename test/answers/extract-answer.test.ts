import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAnswer, isEqual, type JsonValue, parseJson } from '../../src/index.js';

function found(text: string, key: 'input' | 'output' = 'output'): JsonValue {
  const answer = extractAnswer(text, key);
  if (answer.status === 'missing') throw new Error(answer.reason);
  return answer.value;
}

describe('answers that the published implementation cannot read', () => {
  it.each<[string, string, JsonValue]>([
    ['Python quotes', "{'output': 5}", 5],
    ['a stray brace in the prose before', 'Let {x be 3. Then {"output": 5}', 5],
    ['a set after the answer', '{"output": 5}, because it is in {1,2}', 5],
    ['braces inside a string', '{"output": "a}b{c"}', 'a}b{c'],
    ['a trailing comma', '{"output": [1, 2,],}', [1, 2]],
    ['an unclosed fence', 'So:\n```json\n{"output": 5}', 5],
    ['an object that only the fence closes', '```json\n{"output": [1, 2]\n```', [1, 2]],
    ['a boxed value', 'Hence \\boxed{5}.', 5],
    ['Python words inside a string', '{"output": "None of True, False"}', 'None of True, False'],
    ['parentheses inside a string beside a tuple', `{"output": ["f(x)", (1,2)]}`, ['f(x)', [1, 2]]],
    ['another object after the answer', '{"output": 7}, which came from {"input": 3}', 7],
  ])('reads the answer with %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('where the answer is looked for', () => {
  it('takes the last object with the key', () => {
    expect(found('First guess {"output": 1}. No: {"output": 2}')).toBe(2);
  });

  it('takes the object that encloses another with the same key', () => {
    expect(found('{"output": {"output": 3}}')).toEqual({ output: 3 });
  });

  it('finds the key inside a wrapper', () => {
    expect(found('{"result": {"output": 4}}')).toBe(4);
  });

  it('passes over a placeholder that repeats the question', () => {
    expect(found('{"output": 6}\nI used the form {"output": <the output>}.')).toBe(6);
  });

  it('reads only what follows the thoughts', () => {
    expect(found('<think>{"output": 1}</think>It is {"output": 2}')).toBe(2);
    expect(extractAnswer('<think>{"output": 1}</think>I am not sure.', 'output')).toEqual({
      status: 'missing',
      reason: 'nothing-found',
    });
  });

  it('survives apostrophes around a stray brace', () => {
    expect(found(`it's { and that's it: {"output": "don't"}`)).toBe("don't");
  });

  it('goes on after a string that swallowed a line break', () => {
    expect(found('{"output": "never closed}\n\n{"output": 5}')).toBe(5);
  });

  it('reads escaped braces in a box', () => {
    expect(found('\\boxed{\\{"output": [1, 2]\\}}')).toEqual([1, 2]);
    expect(found('\\boxed{{"x": 3}}', 'input')).toEqual({ x: 3 });
    expect(found('$\\boxed{\\text{north}}$')).toBe('north');
  });

  it('prefers an object with the key to a box', () => {
    expect(found('\\boxed{4} means {"output": 5}')).toBe(5);
  });

  it('wants an object for an input', () => {
    expect(extractAnswer('\\boxed{5}', 'input').status).toBe('missing');
  });
});

describe('values', () => {
  it('keeps numbers exact', () => {
    const text = '{"output": [9007199254740993, 1.0, 1e400, NaN, -Infinity]}';
    expect(String(found(text))).toBe('9007199254740993,1.0,1e400,NaN,-Infinity');
  });

  it.each<[string, JsonValue]>([
    ['None', null],
    ['True', true],
    ['(1, 2)', [1, 2]],
    ['()', []],
    ['+5', 5],
    ['.5', 0.5],
    ['1_000', 1000],
    [`'it\\'s'`, "it's"],
    [`'\\x41\\u0042'`, 'AB'],
    [`"C:\\dir"`, 'C:\\dir'],
    ['{1: "a"}', { 1: 'a' }],
    ['[1, [2, {"a": (3,)}]]', [1, [2, { a: [3] }]]],
  ])('reads %s', (text, expected) => {
    expect(found(`{'output': ${text}}`)).toEqual(expected);
  });

  it('does not let a key reach the prototype', () => {
    const value = found(`{'output': {'__proto__': {'polluted': 1}}}`) as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('reasons for having no answer', () => {
  it.each([
    ['', 'nothing-found'],
    ['The answer is 5.', 'nothing-found'],
    ['{"input": 3}', 'key-missing'],
    ['{"output": <your output>}', 'unreadable'],
    ['{"output": five}', 'unreadable'],
    ['{"output": "begun and', 'cut-off'],
    ['{"output": [1, 2,', 'cut-off'],
    ['draft {"output": 1}, final {"output": [1,', 'cut-off'],
  ] as const)('%j: %s', (text, reason) => {
    expect(extractAnswer(text, 'output')).toEqual({ status: 'missing', reason });
  });
});

describe('for any text', () => {
  it('never throws', () => {
    const fragments = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      "'",
      '\\',
      ',',
      ':',
      '\n',
      ' ',
      '`',
      '```',
      'output',
      '1',
      'a',
      '</think>',
      '\\boxed{',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 60 }), (parts) => {
        expect(['found', 'missing']).toContain(extractAnswer(parts.join(''), 'output').status);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back every JSON value between any prose without the key', () => {
    const prose = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/[{"'`\\]|<\/think>/.test(text));
    fc.assert(
      fc.property(fc.jsonValue(), prose, prose, (value, before, after) => {
        const text = `${before}{"output": ${JSON.stringify(value)}}${after}`;
        expect(isEqual(found(text), parseJson(JSON.stringify(value)), { mode: 'strict' })).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a megabyte of hostile text without trouble', () => {
    for (const unit of [
      '{',
      '\\',
      '{"',
      '{"output":',
      '{"output":[',
      '\n{a:\\"',
      "{'",
      '```',
      '[(]',
    ]) {
      const text = unit.repeat(Math.ceil(2 ** 20 / unit.length));
      expect(extractAnswer(`${text}`, 'output').status).toBe('missing');
    }
  });
});
