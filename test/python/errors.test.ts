import { describe, expect, it } from 'vitest';
import { openPython, returning } from './support/python-calls.js';

const { error, value } = openPython();
const body = (...lines: string[]): string => lines.join('\n');

describe('the error that a program raises', () => {
  it.each([
    ['{}["a"]', 'KeyError', "'a'"],
    ['{}[1.5]', 'KeyError', '1.5'],
    ['[][3]', 'IndexError', 'list index out of range'],
    ['1 / 0', 'ZeroDivisionError', 'division by zero'],
    ['int("x")', 'ValueError', "invalid literal for int() with base 10: 'x'"],
    ['"a" + 1', 'TypeError', 'can only concatenate str (not "int") to str'],
    ['sorted([1, "a"])', 'TypeError', "'<' not supported between instances of 'str' and 'int'"],
    ['missing', 'NameError', "name 'missing' is not defined"],
    ['None.lower()', 'AttributeError', "'NoneType' object has no attribute 'lower'"],
    ['next(iter([]))', 'StopIteration', ''],
    ['math.exp(1000)', 'OverflowError', 'math range error'],
    ['b"\\xff".decode()', 'UnicodeDecodeError', expect.stringContaining("can't decode byte 0xff")],
    ['eval("1 +")', 'SyntaxError', expect.stringContaining('invalid syntax')],
    ['input()', 'EOFError', 'EOF when reading a line'],
    ['exit(3)', 'SystemExit', '3'],
    ['open("/nothing")', 'FileNotFoundError', expect.stringContaining("'/nothing'")],
  ])('has name and message: %s', async (expression, name, message) => {
    expect(await error(returning(expression, 'import math'))).toEqual({
      name,
      message: message as string,
      line: 3,
    });
  });

  it.each([
    ['raise Custom(3, "two")', 'Custom', "(3, 'two')"],
    ['raise Custom', 'Custom', ''],
    ['raise Custom.Inner("k")', 'Inner', "'k'"],
    ['assert 1 == 2, "no way"', 'AssertionError', 'no way'],
    ['assert 1 == 2', 'AssertionError', ''],
    ['raise ExceptionGroup("all", [ValueError(1)])', 'ExceptionGroup', 'all (1 sub-exception)'],
    ['raise OSError(5, "broken")', 'OSError', '[Errno 5] broken'],
    ['raise Warning("w")', 'Warning', 'w'],
    ['raise ValueError("x" * 5000)', 'ValueError', `${'x'.repeat(1000)}…`],
  ])('of its own has name and message: %s', async (statement, name, message) => {
    const code = body(
      'class Custom(Exception):',
      '    class Inner(KeyError):',
      '        pass',
      'def main():',
      `    ${statement}`,
    );
    expect(await error(code)).toEqual({ name, message, line: 5 });
  });

  it('is the last one of a chain', async () => {
    const chained = (last: string): string =>
      body(
        ...['def main():', '    try:', '        1 / 0', '    except ZeroDivisionError as first:'],
        `        ${last}`,
      );
    expect(await error(chained('raise ValueError("second") from first'))).toEqual({
      ...{ name: 'ValueError', message: 'second', line: 5 },
    });
    expect(await error(chained('raise ValueError("second") from None'))).toMatchObject({
      name: 'ValueError',
      line: 5,
    });
    expect(await error(chained('return {}["a"]'))).toMatchObject({ name: 'KeyError', line: 5 });
    expect(await error(chained('raise'))).toMatchObject({ name: 'ZeroDivisionError', line: 3 });
  });
});

describe('the line of an error', () => {
  it.each([
    ['in the function', 4, ['def main():', '    x = 1', '    y = 2', '    return x[y]']],
    [
      'in a function inside a function',
      3,
      ['def main():', '    def inner():', '        return [][0]', '    return inner()'],
    ],
    [
      'in a function that is called on the way',
      2,
      ['def helper(n):', '    return 1 / n', 'def main():', '    return helper(0)'],
    ],
    [
      'in an expression of several lines',
      4,
      ['def main():', '    return [', '        1,', '        2 / 0,', '    ]'],
    ],
    [
      'raised inside the library: the last line of the program before it',
      3,
      ['import json', 'def main():', '    return json.loads("{")', ''],
    ],
    [
      'in what the library calls',
      2,
      [
        'def compare(a):',
        '    return a.missing',
        'def main():',
        '    return sorted([1], key=compare)',
      ],
    ],
    [
      'in a comprehension',
      3,
      ['def main():', '    return [', '        n / 0', '        for n in [1]', '    ]'],
    ],
    [
      'in a generator',
      2,
      ['def count():', '    yield 1 / 0', 'def main():', '    return list(count())'],
    ],
    [
      'in a method',
      3,
      [
        'class A:',
        '    def b(self):',
        '        return self.c',
        'def main():',
        '    return A().b()',
      ],
    ],
    [
      'in a decorator',
      3,
      [
        'import functools',
        'def twice(f):',
        '    raise KeyError',
        '@twice',
        'def main():',
        '    pass',
      ],
    ],
    ['in an async function', 2, ['async def main():', '    return 1 / 0']],
    ['at the top of the program', 2, ['x = 1', 'y = x / 0', 'def main():', '    pass']],
    ['in code that it evaluates', 2, ['def main():', '    return eval("1 / 0")']],
    [
      'that is raised again',
      3,
      ['def main():', '    try:', '        1 / 0', '    finally:', '        pass'],
    ],
    ['after a line of several characters', 3, ['# 😀 ü', 'def main():', '    return "😀" / 1']],
  ])('%s', async (_, line, lines) => {
    expect((await error(body(...lines))).line).toBe(line);
  });

  it.each([
    [
      'SyntaxError',
      2,
      ['def main():', '    return (1', ''],
      "'(' was never closed (<program>, line 2)",
    ],
    ['SyntaxError', 1, ['def main(:', '    pass'], 'invalid syntax (<program>, line 1)'],
    [
      'IndentationError',
      3,
      ['def main():', '    x = 1', '     return x'],
      'unexpected indent (<program>, line 3)',
    ],
    [
      'SyntaxError',
      3,
      ['def main():', '    pass', 'print "old"'],
      expect.stringContaining('print'),
    ],
    ['SyntaxError', 1, ['return 5'], expect.stringContaining("'return' outside function")],
    [
      'TabError',
      3,
      ['def main():', '\tif 1:', '        pass'],
      expect.stringContaining('inconsistent use of tabs'),
    ],
  ])('is that of a %s', async (name, line, lines, message) => {
    expect(await error(body(...lines))).toEqual({ name, message: message as string, line });
  });

  it('is absent where no line of the program was running', async () => {
    expect(await error('main = (1).__truediv__')).toEqual({
      name: 'TypeError',
      message: expect.any(String) as string,
    });
  });
});

describe('a module that the sandbox lacks', () => {
  const missing = (module: string, line: number) => ({
    name: 'ModuleNotFoundError',
    message: `No module named '${module}'`,
    line,
    missingModule: module.split('.')[0],
  });

  it.each([
    ['numpy', 'import numpy as np\ndef main():\n    return 1', missing('numpy', 1)],
    ['pandas', 'def main():\n    import pandas.core.frame', missing('pandas', 2)],
    ['sklearn', 'from sklearn.svm import SVC\ndef main():\n    pass', missing('sklearn', 1)],
    ['tkinter', 'import tkinter\ndef main():\n    pass', missing('tkinter', 1)],
    ['js', 'import js\ndef main():\n    pass', missing('js', 1)],
    [
      'one that it names itself',
      'def main():\n    return __import__("sympy")',
      missing('sympy', 2),
    ],
  ])('is named: %s', async (_, code, expected) => {
    expect(await error(code)).toEqual(expected);
  });

  it.each([
    ['a name that a module has not', 'from math import nothing', 'ImportError'],
    ['a part that a module has not', 'import json.nothing', 'ModuleNotFoundError'],
    ['a module in a module that is no package', 'import math.nothing', 'ModuleNotFoundError'],
    ['an import error of its own', 'raise ImportError("no")', 'ImportError'],
  ])('is not %s', async (_, statement, name) => {
    const thrown = await error(`def main():\n    ${statement}`);
    expect(thrown).toMatchObject({ name, line: 2 });
    expect(thrown.missingModule).toBeUndefined();
  });

  it('is no trouble to a program that can do without it', async () => {
    const code = body(
      ...['try:', '    import numpy', 'except ImportError:', '    numpy = None'],
      ...['def main():', '    return numpy is None'],
    );
    expect(await value(code)).toBe(true);
  });
});
