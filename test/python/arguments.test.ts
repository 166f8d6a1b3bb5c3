import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/index.js';
import { openPython } from './support/python-calls.js';

const { error, run, value } = openPython();

describe('a function that is called with the input', () => {
  it.each<[string, JsonObject, unknown]>([
    ['a, b', { b: 2, a: 1 }, [1, 2]],
    ['a, b=5', { a: 1 }, [1, 5]],
    ['a, *, b', { a: 1, b: 2 }, [1, 2]],
    ['*, a=3, b=4', { b: 2 }, [3, 2]],
    ['a: int, b: "list[int]" = None', { a: 1 }, [1, null]],
    ['a, b, *rest, c=7, **others', { b: 2, a: 1, d: 4 }, [1, 2]],
  ])('(%s) gets its entries by name', async (parameters, input, expected) => {
    expect(await value(`def main(${parameters}):\n    return [a, b]`, input)).toEqual(expected);
  });

  it('gets all entries where it takes any', async () => {
    const input = { self: 1, 'no name': 2, class: 3, '': 4, ü: 5 };
    expect(await value('def main(**all):\n    return all', input)).toEqual(input);
  });

  it('gets none of an empty input', async () => {
    expect(await value('def main():\n    return 1', {})).toBe(1);
  });

  it.each<[string, JsonObject, string]>([
    ['a, b', { a: 1 }, "main() missing 1 required positional argument: 'b'"],
    ['a, b, c', {}, "main() missing 3 required positional arguments: 'a', 'b', and 'c'"],
    ['*, a', {}, "main() missing 1 required keyword-only argument: 'a'"],
    ['a', { a: 1, c: 2 }, "main() got an unexpected keyword argument 'c'"],
    [
      'a, /',
      { a: 1 },
      "main() got some positional-only arguments passed as keyword arguments: 'a'",
    ],
    ['', { a: 1 }, "main() got an unexpected keyword argument 'a'"],
  ])('(%s) says what does not fit as Python words it', async (parameters, input, message) => {
    const code = `def main(${parameters}):\n    return 1`;
    expect(await error(code, input)).toEqual({ name: 'TypeError', message });
  });
});

describe('a function whose parameters are named', () => {
  const named = (
    parameters: string,
    input: JsonObject,
    names: readonly string[],
  ): ReturnType<typeof run> =>
    run(`def main(${parameters}):\n    return [a, b]`, input, { parameters: names });

  it.each<[string, JsonObject, string[], unknown]>([
    ['a, b', { a: 1, b: 2 }, ['a', 'b'], [1, 2]],
    ['a, b', { a: 1, b: 2 }, ['b', 'a'], [2, 1]],
    ['a, b, /', { x: 1, y: 2 }, ['x', 'y'], [1, 2]],
    ['a, *b', { a: 1, b: 2, c: 3 }, ['a', 'b', 'c'], [1, [2, 3]]],
    ['a, b=8', { a: 1 }, ['a', 'b'], [1, 8]],
    ['a=7, b=8', { b: 2 }, ['a', 'b'], [7, 2]],
    ['a, b', { a: 1, b: 2, more: 3 }, ['a', 'b'], [1, 2]],
  ])('(%s) gets them by position', async (parameters, input, names, expected) => {
    expect(await named(parameters, input, names)).toMatchObject({ value: expected });
  });

  it('says which one is missing', async () => {
    expect(await named('a, b', { a: 1 }, ['a', 'b'])).toMatchObject({
      status: 'threw',
      error: { name: 'TypeError', message: "main() missing 1 required positional argument: 'b'" },
    });
  });

  it('gets nothing when there are none', async () => {
    expect(await value('def main():\n    return 5', { a: 1 }, { parameters: [] })).toBe(5);
  });
});

describe('an entry point', () => {
  it.each([
    ['Solver.solve', 'class Solver:\n    def solve(self, n):\n        return n'],
    ['Solver.solve', 'class Solver:\n    @staticmethod\n    def solve(n):\n        return n'],
    ['Solver.solve', 'class Solver:\n    @classmethod\n    def solve(cls, n):\n        return n'],
    [
      'Outer.Inner.solve',
      'class Outer:\n    class Inner:\n        def solve(self, n):\n            return n',
    ],
    ['solver.solve', 'class Solver:\n    def solve(self, n):\n        return n\nsolver = Solver()'],
    [
      'Child.solve',
      'class Parent:\n    def solve(self, n):\n        return n\nclass Child(Parent):\n    pass',
    ],
    ['lösung', 'def lösung(n):\n    return n'],
    ['_', '_ = lambda n: n'],
  ])('%s is found', async (entrypoint, code) => {
    expect(await value(code, { n: 42 }, { entrypoint })).toBe(42);
    expect(await value(code, { n: 42 }, { entrypoint, parameters: ['n'] })).toBe(42);
  });

  it.each([
    ['other', 'NameError', 'other is not defined'],
    ['main.other', 'NameError', 'main.other is not defined'],
    ['five', 'TypeError', 'five is not callable'],
  ])('%s that names no function is a %s', async (entrypoint, name, message) => {
    const code = 'five = 5\ndef main():\n    return 1';
    expect(await error(code, {}, { entrypoint })).toEqual({ name, message });
  });
});
