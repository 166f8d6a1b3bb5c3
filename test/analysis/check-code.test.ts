import { describe, expect, it } from 'vitest';
import { checkCode } from '../../src/analysis/check-code.js';
import { check } from './support/check.js';

describe('the entry point', () => {
  it('must be there', () => {
    expect(check('const other = (x) => x')).toEqual([
      {
        kind: 'entrypoint-missing',
        message: 'The code does not define main, the function that is called.',
      },
    ]);
  });

  it('must be a function', () => {
    expect(check('\nclass main {}')).toEqual([
      {
        kind: 'entrypoint-missing',
        message: 'The code defines main as a class in line 2, but it is called as a function.',
        line: 2,
      },
    ]);
  });

  it('is not criticised when it is made as the code runs', () => {
    const code = 'const twice = (f) => (x) => f(f(x)); const main = twice((x) => x + 1)';
    expect(check(code, ['a', 'b'])).toEqual([]);
  });

  it.each([
    ['(a, b) => a + b', ['a', 'b']],
    ['(a, b = 2) => a + b', ['a', 'b']],
    ['({ x }, [y]) => x + y', ['a', 'b']],
    ['(...all) => all', ['a', 'b']],
    ['(a, ...rest) => [a, rest]', ['a', 'b']],
    ['function () { return arguments }', ['a', 'b']],
    ['function (x) { return x + arguments[1] }', ['a', 'b']],
    ['() => 1', []],
    ['(input) => input', undefined],
    ['({ a, b }) => a + b', undefined],
    ['(...all) => all', undefined],
  ])('may take its parameters as %s', (code, parameters) => {
    expect(check(`const main = ${code}`, parameters)).toEqual([]);
  });

  it.each([
    ['(a) => a', ['a', 'b'], '(a) in line 1, but must take exactly (a, b)'],
    ['(a, b, c) => a + b + c', ['a', 'b'], '(a, b, c) in line 1, but must take exactly (a, b)'],
    ['(b, a) => a + b', ['a', 'b'], '(b, a) in line 1, but must take exactly (a, b)'],
    ['({ a }) => a', ['a', 'b'], '({ a }) in line 1, but must take exactly (a, b)'],
    ['() => () => arguments', ['a'], '() in line 1, but must take exactly (a)'],
    ['(a) => a', [], '(a) in line 1, but must take no parameters'],
    [
      '(a, b) => a + b',
      undefined,
      '(a, b) in line 1, but must take one parameter, the input object',
    ],
    ['() => 1', undefined, '() in line 1, but must take one parameter, the input object'],
  ])('may not take other parameters: %s', (code, parameters, text) => {
    const problems = check(`const main = ${code}`, parameters);
    expect(problems.filter(({ kind }) => kind === 'parameters-differ')).toEqual([
      { kind: 'parameters-differ', message: `The function main takes ${text}.`, line: 1 },
    ]);
  });

  it.each([
    ['(a, b) => a', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['(a, b = 3) => a', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['(a, b) => { b = a; return a }', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['(a, b) => ((b) => b)(a)', ['a', 'b'], 'its parameter b, declared in line 1'],
    ['({ a, b }) => a', undefined, 'b, which is part of its input, declared in line 1'],
    ['({ a: { b, c: [d] } }) => b', undefined, 'd, which is part of its input, declared in line 1'],
    [
      '(input) => {\nconst { a, b = 2 } = input; return a }',
      undefined,
      'b, which is part of its input, declared in line 2',
    ],
  ])('must use what it takes: %s', (code, parameters, text) => {
    const message = `The function main never uses ${text}.`;
    expect(check(`const main = ${code}`, parameters)).toEqual([
      { kind: 'unused-parameter', message, line: Number(text.at(-1)) },
    ]);
  });

  it.each([
    ['(a, b) => () => b + a', ['a', 'b']],
    ['(a, b = a) => b', ['a', 'b']],
    ['(a) => a++', ['a']],
    ['({ a, ...rest }) => rest', undefined],
    ['(input) => { const { a, ...rest } = input; return rest }', undefined],
    ['function (a, b) { return arguments }', ['a', 'b']],
    ['(a) => ({ a })', ['a']],
  ])('uses what it takes: %s', (code, parameters) => {
    expect(check(`const main = ${code}`, parameters)).toEqual([]);
  });
});

describe('checkCode', () => {
  it.each([
    ['javascript', 'const = 1', 'The code cannot be read as JavaScript: Unexpected token (1:6).'],
    [
      'typescript',
      '\n\nfunction main(x: ) {}',
      expect.stringMatching(/^The code cannot be read as TypeScript: .* \(3:\d+\)\.$/),
    ],
  ] as const)('says where the syntax of %s is wrong', (language, code, message) => {
    const line = code.split('\n').length;
    expect(checkCode({ language, code, entrypoint: 'main' })).toEqual([
      { kind: 'syntax', message, line },
    ]);
  });

  it('reports a name once, in its first line, and problems in the order of lines', () => {
    const code = [
      'const late = () => fetch(1);',
      'function main(x) {',
      '  console.log(x, Math.random());',
      '  console.error(Math.random(), fetch(x));',
      '  return Date.now();',
      '}',
    ].join('\n');
    expect(check(code).map(({ kind, line }) => [kind, line])).toEqual([
      ['network', 1],
      ['output', 3],
      ['randomness', 3],
      ['clock', 5],
    ]);
  });

  it('counts the lines of TypeScript as they are in the source', () => {
    const code =
      'interface Point {\n  x: number;\n}\n\nexport function main(\n  point: Point,\n): number {\n' +
      '  return point.x + Date.now();\n}';
    expect(checkCode({ language: 'typescript', code, entrypoint: 'main' })).toEqual([
      { kind: 'clock', message: 'The code reads the clock: Date.now() in line 8.', line: 8 },
    ]);
  });

  it('takes what TypeScript makes code of', () => {
    const code =
      'enum Kind { Low, High }\nclass Box { constructor(readonly kind: Kind) {} }\n' +
      'export const main = (low: boolean): Kind => new Box(low ? Kind.Low : Kind.High).kind;';
    const fn = { language: 'typescript', code, entrypoint: 'main', parameters: ['low'] } as const;
    expect(checkCode(fn)).toEqual([]);
  });
});
