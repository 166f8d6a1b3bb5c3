import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeCode } from '../../../src/analysis/normalize-code.js';
import { hasHostPython, noHostPython, runHostPython } from '../../support/host-python.js';
import { pythonText } from './support/python-text.js';

function normalForm(code: string, entrypoint?: string): string {
  return normalizeCode({ language: 'python', code, entrypoint }).join('\n');
}

describe('normalizeCode, of Python', () => {
  it.each([
    ['comments', 'f(1)  # one\n# two', '# one\nf(1)'],
    ['empty lines and the ends of lines', 'a = 1\n\n\nf(a)\n', 'a = 1\r\nf(a)'],
    ['indentation', 'if f():\n    g()\n    h()', 'if f():\n\tg()\n\th()'],
    ['what stands in one line', 'if f(): g(); h()\nelse: i()', 'if f():\n g()\n h()\nelse:\n i()'],
    ['joined lines', 'a = f(1) + \\\n  g(2)', 'a = (f(1)\n  + g(2))'],
    ['docstrings', 'def f():\n  """Doc."""\n  return 1', 'def f():\n  return 1'],
    ['a docstring alone', 'def f():\n  "Doc."', 'def f(): pass'],
    ['pass', 'if f():\n  pass\n  g()', 'if f(): g()'],
    [
      'spare parentheses',
      'a = (1 + (2 * 3))\nif (a): f((a), (not (a)))',
      'a = 1 + 2 * 3\nif a: f(a, not a)',
    ],
    [
      'parentheses of a tuple',
      'def f(a):\n  for (b, c) in (a, 1): return (b, c)',
      'def f(a):\n  for b, c in a, 1: return b, c',
    ],
    ['the last comma', 'f(1, 2,)\na = [1, 2,]\nb = (1, 2,)', 'f(1, 2)\na = [1, 2]\nb = (1, 2)'],
    ['quotes', `f('a"b', "c'd", '''e''', """f""")`, `f("a\\"b", 'c\\'d', "e", 'f')`],
    ['prefixes', `f(r'\\d', u'a', R"b", f'c{{}}')`, `f('\\\\d', 'a', 'b', 'c{}')`],
    ['strings side by side', `f('a' "b" f'{c}' 'd')`, `f(f"ab{c}d")`],
    ['the spelling of numbers', 'f(0x10, 1_000, 1e3, .50, 2J)', 'f(16, 1000, 1000.0, 0.5, 2.0j)'],
    [
      'types',
      'from typing import List\ndef f(a: List[int] = [], *b: int) -> str:\n  c: int = 1\n  d: str\n  return c',
      'def f(a=[], *b):\n  c = 1\n  return c',
    ],
    ['several imports in one line', 'import math, re', 'import math\nimport re'],
    ['brackets around imports', 'from math import (pi, e,)', 'from math import pi, e'],
    [
      'elif',
      'if f(): g()\nelif h(): i()\nelse: j()',
      'if f(): g()\nelse:\n  if h(): i()\n  else: j()',
    ],
    [
      'what a value in a text is called',
      "a = 1\nf(f'{a} {a!r:>{a}}')",
      "b = 1\nf(f'{b} {b!r:>{b}}')",
    ],
    ['the name of a variable', 'a = 1\nf(a)', 'b = 1\nf(b)'],
    ['the name of an import', 'import math as m\nm.sqrt(2)', 'import math\nmath.sqrt(2)'],
    [
      'whether a name is used again',
      'for i in x: f(i)\ndef g():\n  for i in x: f(i)',
      'for i in x: f(i)\ndef g():\n  for j in x: f(j)',
    ],
    ['whether a name hides another', 'a = 1\nf(lambda a: a, a)', 'a = 1\nf(lambda b: b, a)'],
    ['names in comprehensions', 'a = 1\nb = [a for a in f(a)]', 'c = 1\nd = [e for e in f(c)]'],
    [
      'where a global is declared',
      'n = 1\ndef f():\n  global n\n  n += 1',
      'k = 1\ndef g():\n  global k\n  k += 1',
    ],
    ['names of arguments', 'def f(a): return a\nf(a=1)', 'def g(b): return b\ng(b=1)'],
    [
      'names in classes',
      'class A:\n  def __init__(self, a): self.size_a = a\n  def go(self): return self.size_a\nA(a=1).go()',
      'class B:\n  def __init__(this, b): this.weight = b\n  def run(this): return this.weight\nB(b=1).run()',
    ],
    [
      'names of fields',
      '@dataclass\nclass A:\n  x: int\nA(x=1).x',
      '@dataclass\nclass B:\n  left: int\nB(left=1).left',
    ],
    [
      'names in patterns',
      'match f():\n  case [a, *b] if a: g(b)\n  case _: pass',
      'match f():\n  case [c, *d] if c: g(d)\n  case _: pass',
    ],
  ])('takes no notice of %s', (_, code, other) => {
    expect(normalForm(other)).toBe(normalForm(code));
  });

  it.each([
    ['numbers', 'f(1)', 'f(2)'],
    ['integers and floats', 'f(1)', 'f(1.0)'],
    ['texts', 'f("a")', 'f("b")'],
    ['text and bytes', 'f("a")', 'f(b"a")'],
    ['the space in texts', `f(' ')`, `f('')`],
    ['operators', 'f(a + b)', 'f(a - b)'],
    ['the order of operations', 'f((1 + 2) * 3)', 'f(1 + 2 * 3)'],
    ['the order of arguments', 'f(a, b)', 'f(b, a)'],
    ['a tuple of one', 'f((a,))', 'f(a)'],
    ['a tuple as an argument', 'f((a, b))', 'f(a, b)'],
    ['a subscript of one', 'f[a,]', 'f[a]'],
    ['names of the language', 'f(len(a))', 'f(sum(a))'],
    ['names of modules', 'import math as m', 'import cmath as m'],
    ['names of what a module has', 'import math\nmath.sin(1)', 'import math\nmath.cos(1)'],
    ['attributes that values of Python have', 'a = []\na.append(1)', 'a = []\na.extend(1)'],
    ['arguments of functions of Python', 'sorted(a, key=f)', 'sorted(a, reverse=f)'],
    ['which variable is meant', 'def f(a, b): return a', 'def f(a, b): return b'],
    ['whether a name is local', 'n = 1\ndef f():\n  n = 2', 'n = 1\ndef f():\n  global n\n  n = 2'],
    ['which block a line is in', 'if f():\n  g()\n  h()', 'if f():\n  g()\nh()'],
    [
      'else of a loop',
      'for a in f(): g()\nelse:\n  if h(): i()',
      'for a in f(): g()\nelif h(): i()',
    ],
    ['how a value is written', `f(f'{a}')`, `f(f'{a!r}')`],
    ['what the source of a value was called', `f(f'{aa=}')`, `f(f'{bb=}')`],
    ['types of fields', 'class A:\n  x: int', 'class A:\n  x: str'],
  ])('tells apart by %s', (_, code, other) => {
    expect(normalForm(other)).not.toBe(normalForm(code));
  });

  it('writes the value of a text with its source as its parts', () => {
    expect(normalForm(`a = 1\nf(f'{a=}')`)).toBe(normalForm(`a = 1\nf(f'a={a!r}')`));
  });

  it('takes no notice of the name of the function that is called, but of which it is', () => {
    const code = 'def f(): pass\ndef g(): pass';
    expect(normalForm(code, 'f')).toBe(normalForm(code.replace('f()', 'h()'), 'h'));
    expect(normalForm(code, 'f')).not.toBe(normalForm(code, 'g'));
  });

  it('takes a text that is no Python, or too deeply nested, word by word', () => {
    expect(normalForm('a = (1\n')).toBe(normalForm('a  =  (1'));
    const deep = `a = ${'lambda: ('.repeat(20_000)}${')'.repeat(20_000)}`;
    expect(normalForm(deep).startsWith('a\n=\nlambda\n:\n(')).toBe(true);
  });

  it('gives tokens without line ends, whatever the text', () => {
    fc.assert(
      fc.property(pythonText, (code) => {
        const tokens = normalizeCode({ language: 'python', code });
        expect(tokens.filter((token) => token === '' || token.includes('\n'))).toEqual([]);
      }),
    );
  });

  it.skipIf(!hasHostPython)(
    `takes parentheses for what CPython takes them for (${hasHostPython ? 'compared' : noHostPython})`,
    () => {
      const pairs = fc.sample(fc.tuple(bracketed, bracketed), { numRuns: 600, seed: 3 });
      // Most of them with the same words, so that it is the parentheses that decide.
      const codes = pairs.map(([left, right]): readonly [string, string] => {
        return [left, left.length % 3 === 0 ? right : withoutSome(left)];
      });
      const script = [
        'import ast, json, sys',
        'def dump(code):',
        '    try:',
        '        return ast.dump(ast.parse("x = " + code))',
        '    except SyntaxError:',
        '        return None',
        'print(json.dumps([[dump(a), dump(b)] for a, b in json.load(sys.stdin)]))',
      ].join('\n');
      const dumps = JSON.parse(runHostPython(script, JSON.stringify(codes))) as string[][];
      let [equal, different] = [0, 0];
      for (const [index, [left, right]] of codes.entries()) {
        const [leftTree, rightTree] = dumps[index] ?? [];
        if (leftTree === null || rightTree === null) continue;
        const isEqual = leftTree === rightTree;
        if (left !== right) isEqual ? equal++ : different++;
        const seen = normalForm(`x = ${left}`) === normalForm(`x = ${right}`);
        expect({ left, right, seen }).toEqual({ left, right, seen: isEqual });
      }
      expect(Math.min(equal, different)).toBeGreaterThan(40);
    },
  );
});

const operator = fc.constantFrom(
  ...[
    '+',
    '-',
    '*',
    '//',
    '%',
    '**',
    '<<',
    '&',
    '|',
    '^',
    '<',
    '==',
    'in',
    'not in',
    'is',
    'and',
    'or',
  ],
);

/** Expressions with parentheses around every part. */
const { bracketed } = fc.letrec<{ bracketed: string }>((tie) => ({
  bracketed: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'bracketed' },
    fc.constantFrom('a', 'b', '3', '"c"', 'None'),
    fc.tuple(tie('bracketed'), operator, tie('bracketed')).map(([l, o, r]) => `(${l}) ${o} (${r})`),
    fc.tuple(fc.constantFrom('-', '~', 'not '), tie('bracketed')).map(([o, x]) => `${o}(${x})`),
    fc
      .tuple(tie('bracketed'), tie('bracketed'), tie('bracketed'))
      .map(([x, test, y]) => `(${x}) if (${test}) else (${y})`),
    tie('bracketed').map((x) => `lambda: (${x})`),
    fc.tuple(tie('bracketed'), tie('bracketed')).map(([f, x]) => `(${f})((${x}))[(${x})]`),
    fc
      .tuple(tie('bracketed'), tie('bracketed'))
      .map(([x, y]) => `[(${x}) for a in (${y}) if (${x})]`),
    tie('bracketed').map((x) => `{(${x}): (${x})}`),
  ),
}));

/** Takes a pair of parentheses away where the text says so. */
function withoutSome(code: string): string {
  const open: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (const [index, character] of [...code].entries()) {
    if (character === '(') open.push(index);
    if (character === ')') pairs.push([open.pop() ?? 0, index]);
  }
  const pair = pairs[(code.length * 7) % Math.max(1, pairs.length)];
  const taken = new Set(pair);
  return [...code].map((character, index) => (taken.has(index) ? ' ' : character)).join('');
}
