import { describe, expect, it } from 'vitest';
import {
  type PythonSignature,
  readPythonSignature,
} from '../../src/functions/read-python-signature.js';

type PythonParameter = PythonSignature['positional'][number];

function required(...names: string[]): PythonParameter[] {
  return names.map((name) => ({ name, isRequired: true }));
}
function optional(...names: string[]): PythonParameter[] {
  return names.map((name) => ({ name, isRequired: false }));
}
const none = {
  positional: [],
  positionalOnly: 0,
  namedOnly: [],
  takesMoreValues: false,
  takesMoreNames: false,
};

describe('readPythonSignature', () => {
  it.each([
    ['def f(): pass', none],
    ['def f(a, b): pass', { ...none, positional: required('a', 'b') }],
    ['async  def\tf (a,): pass', { ...none, positional: required('a') }],
    [
      'def f(a: Dict[str, int], b: "x=1, y" = {"k": (1, 2)}, c=lambda x, y: x == y) -> List[int]: pass',
      { ...none, positional: [...required('a'), ...optional('b', 'c')] },
    ],
    [
      "def f(\n  a,  # the first, (of b)\n  b = ')',\n  c = '''\n,''' ,\n): pass",
      { ...none, positional: [...required('a'), ...optional('b', 'c')] },
    ],
    [
      'def f(a, b=1, /, c=2, *, d, e=3, **rest): pass',
      {
        positional: [...required('a'), ...optional('b', 'c')],
        positionalOnly: 2,
        namedOnly: [...required('d'), ...optional('e')],
        takesMoreValues: false,
        takesMoreNames: true,
      },
    ],
    [
      'def f(a, *rest: int, d): pass',
      { ...none, positional: required('a'), namedOnly: required('d'), takesMoreValues: true },
    ],
    [
      'def f(größe, 値=1): pass',
      { ...none, positional: [...required('größe'), ...optional('値')] },
    ],
  ])('reads %j', (code, signature) => {
    expect(readPythonSignature(code, 'f')).toEqual(signature);
  });

  it('takes the last definition, and none in a text, a comment or another function', () => {
    const code = [
      'def f(old): pass',
      "def g():\n    '''\ndef f(told): pass\n'''\n    def f(inner): pass",
      '@cache\r\ndef f(new): pass\r',
      '# def f(remark): pass',
      '"""',
      'def f(text): pass',
      '"""',
      'def f2(other): pass',
      'class A:\n    def f(self): pass',
    ].join('\n');
    expect(readPythonSignature(code, 'f')).toEqual({ ...none, positional: required('new') });
  });

  it.each([
    ['no definition', 'f = lambda a: a', 'f'],
    ['a name that is none', 'def f(a): pass', 'f.*'],
    ['a list that does not end', 'def f(a, b', 'f'],
    ['a parameter without a name', 'def f((a, b)): pass', 'f'],
  ])('knows nothing of %s', (_, code, name) => {
    expect(readPythonSignature(code, name)).toBeUndefined();
  });
});
