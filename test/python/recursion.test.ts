import { describe, expect, it } from 'vitest';
import { openPython } from './support/python-calls.js';

const { error, run, value } = openPython();

describe('recursion in Python', () => {
  const deep = (limit: number): string => `import sys
sys.setrecursionlimit(${limit})
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
def main(n):
    return depth(n)`;

  it('goes as deep as a program asks for', async () => {
    expect(await value(deep(10 ** 6), { n: 20_000 })).toBe(20_000);
    expect(await value(deep(10 ** 6), { n: 50_000 })).toBe(50_000);
  });

  it('goes 1,000 levels deep without being asked, as in a script', async () => {
    expect(await value(deep(1000), { n: 980 })).toBe(980);
    expect(await error(deep(1000), { n: 1000 })).toMatchObject({
      name: 'RecursionError',
      message: 'maximum recursion depth exceeded',
      line: 4,
    });
  });

  it('that a program catches leaves it running', async () => {
    const code = `def dive(n):
    return dive(n + 1)
def main():
    try:
        dive(0)
    except RecursionError as error:
        return str(error)`;
    expect(await value(code)).toBe('maximum recursion depth exceeded');
  });

  it.each([
    [
      'repr',
      'nested = []\nfor _ in range(10 ** 5): nested = [nested]\ndef main():\n    return len(repr(nested))',
    ],
    ['compilation', 'def main():\n    return eval("(" * 10 ** 5 + ")" * 10 ** 5)'],
    [
      'operators',
      'class A:\n    def __eq__(self, other): return self == other\ndef main():\n    return A() == A()',
    ],
    [
      'sorting',
      'import sys\nsys.setrecursionlimit(10 ** 9)\ndef key(n): return sorted([1], key=key)\ndef main():\n    return key(1)',
    ],
    [
      'copies',
      'import copy, sys\nsys.setrecursionlimit(10 ** 9)\nnested = []\nfor _ in range(10 ** 5): nested = [nested]\ndef main():\n    return copy.deepcopy(nested)',
    ],
    [
      'regular expressions',
      'import re\ndef main():\n    return re.match("(" * 5000 + ")" * 5000, "") is None',
    ],
  ])('through the interpreter itself ends the call as data: %s', async (_, code) => {
    const { status } = await run(code);
    expect(['threw', 'out-of-memory', 'returned', 'step-limit', 'unserializable']).toContain(
      status,
    );
    expect(await value('def main():\n    return 1')).toBe(1);
  });
});
