import { type TransformOptions, transform } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withoutNumber } from '../../src/analysis/name-tokens.js';
import { normalizeCode } from '../../src/analysis/normalize-code.js';
import { type CodeFunction, readFunctions } from '../../src/index.js';
import { stripTypes } from '../../src/sandbox/strip-types.js';
import { bundledFunctions } from '../support/bundled.js';
import { createProgram, render } from './support/synthetic-program.js';

function normalForm(code: string, language: CodeFunction['language'] = 'javascript'): string {
  return normalizeCode({ language, code }).join('\n');
}

const bundled: CodeFunction[] = [];
beforeAll(async () => {
  for await (const fn of readFunctions(bundledFunctions)) bundled.push(fn);
});

describe('normalizeCode', () => {
  it.each([
    ['comments', 'f(1); // one', '/* one */ f(1)'],
    ['layout and semicolons', 'let a = 1;\nif (a) { f(a); };', 'let a=1\nif(a){f(a)}'],
    ['parentheses without effect', 'f((1 + 2) * (3));', 'f((1 + 2) * 3);'],
    ['the last comma', 'f([1, 2,], { a: 1, },)', 'f([1, 2], { a: 1 })'],
    ['quotes', `f('it', "don't", \`x\`)`, `f("it", 'don\\'t', 'x')`],
    ['quotes of a key', `f({ 'a': 1, "b-c": 2 })`, `f({ a: 1, 'b-c': 2 })`],
    ['the spelling of numbers', 'f(0x10, 1_000, .50, 0b11n)', 'f(16, 1e3, 0.5, 3n)'],
    ['the spelling of undefined', 'f(void 0)', 'f(undefined)'],
    [
      'braces around one statement',
      'for (;;) if (a) f(); else g()',
      'for (;;) { if (a) { f() } else { g() } }',
    ],
    ['the name of a variable', 'const a = 1; f(a)', 'const b = 1; f(b)'],
    ['the name of a global that is assigned', 'a = 1; f(a)', 'b = 1; f(b)'],
    [
      'whether a name is used again',
      'for (let i of x) f(i); for (let i of x) g(i)',
      'for (let i of x) f(i); for (let j of x) g(j)',
    ],
    ['whether a name hides another', 'const a = 1; ((a) => a)(a)', 'const a = 1; ((b) => b)(a)'],
    [
      'a shorthand',
      'const f = ({ a, b = 2 }) => ({ a, b })',
      'const f = ({ a: c, b: d = 2 }) => ({ a: c, b: d })',
    ],
    ['the name of a member', 'f.total = 1; f.total++', 'f.sum = 1; f.sum++'],
    ['how a member is got', 'f.total + f["total"]', 'f.sum + f.sum'],
    [
      'the names in a class',
      'class A { #x = 1; get y() { return this.#x } }',
      'class B { #z = 1; get u() { return this.#z } }',
    ],
    [
      'a label',
      'a: for (;;) break a; a: for (;;) break a',
      'a: for (;;) break a; b: for (;;) break b',
    ],
    ['an export', 'export function f() {}', 'function g() {}'],
    ['the list of exports', 'const a = 1; export { a }; export default a', 'const a = 1'],
    [
      'the exports of CommonJS',
      'function f() {} module.exports = { f }; exports.f = f',
      'function f() {}',
    ],
  ])('takes no notice of %s', (_, left, right) => {
    expect(normalForm(left)).toBe(normalForm(right));
  });

  it.each([
    ['an operator', 'f(a + b)', 'f(a - b)'],
    ['a number', 'f(16)', 'f(17)'],
    ['a bigint', 'f(1n)', 'f(1)'],
    ['a text', 'f("a b")', 'f("ab")'],
    ['the text of a template', `f(\`a\${x} b\`)`, `f(\`a\${x}b\`)`],
    ['the spelling of a tagged text', 'String.raw`\\n`', 'String.raw`\n`'],
    ['a text that looks like another token', 'f("16")', 'f(16)'],
    ['a regular expression', '/a/.test(x)', '/a/g.test(x)'],
    ['a hole', 'f([1, , 2])', 'f([1, 2])'],
    ['where a list ends', 'f([1, 2], [3])', 'f([1], [2, 3])'],
    ['where a loop has its parts', 'for (; a; ) {}', 'for (; ; a) {}'],
    ['parentheses with effect', 'f((1 + 2) * 3)', 'f(1 + 2 * 3)'],
    ['the order of variables', '(a, b) => a - b', '(a, b) => b - a'],
    ['which variable is meant', 'const a = 1; (b) => a', 'const a = 1; (b) => b'],
    ['a member of the standard objects', 'a.push(1)', 'a.unshift(1)'],
    ['a name of the language', 'Math.max(1)', 'Date.max(1)'],
    ['where a label leads', 'a: for (;;) b: for (;;) break a', 'a: for (;;) b: for (;;) break b'],
    ['what stands at the end of a line', '() => { return 1 }', '() => { return\n1 }'],
    ['const and let', 'let a = 1', 'const a = 1'],
    ['async', 'async () => 1', '() => 1'],
    ['a generator', 'function* f() {}', 'function f() {}'],
    ['a static member', 'class A { static a() {} }', 'class A { a() {} }'],
    ['an optional call', 'a?.b()', 'a.b()'],
    ['the end of an optional chain', 'a?.b.c', '(a?.b).c'],
    ['a rest parameter', '(...a) => a', '(a) => a'],
    ['before or after', 'a++', '++a'],
    ['a computed key', '({ [a]: 1 })', '({ a: 1 })'],
  ])('tells apart by %s', (_, left, right) => {
    expect(normalForm(left)).not.toBe(normalForm(right));
  });

  it('finds a function in TypeScript equal to the same in JavaScript', () => {
    const typed =
      'interface Row { id: number }\nexport const ids = <T extends Row>(rows: readonly T[], from?: number): number[] =>\n  rows.map(({ id }: Row) => (id as number) + from!);';
    const plain = 'const f = (a, b) => a.map(({ id: c }) => c + b);';
    expect(normalForm(typed, 'typescript')).toBe(normalForm(plain));
  });

  it('gives the same for real programs that esbuild renamed or laid out anew', async () => {
    const changes: TransformOptions[] = [
      { minifyWhitespace: true },
      { minifyIdentifiers: true, format: 'esm' },
    ];
    for (const fn of bundled) {
      const code = fn.language === 'typescript' ? stripTypes(fn.code) : fn.code;
      for (const change of changes) {
        const other = await transform(code, { target: 'esnext', ...change });
        expect(normalForm(other.code), fn.entrypoint).toBe(normalForm(fn.code, fn.language));
      }
    }
  });

  it('tells all real programs apart', () => {
    const forms = new Set(bundled.map((fn) => normalForm(fn.code, fn.language)));
    expect(forms.size).toBe(bundled.length);
    expect(bundled.length).toBeGreaterThan(80);
  });

  it('gives the same whatever the names and the space between', () => {
    fc.assert(
      fc.property(createProgram(), fc.nat(), fc.nat(), (program, left, right) => {
        const form = normalForm(render(program, left));
        expect(normalForm(render(program, right))).toBe(form);
        // It was not the fallback, in which a changed name shows.
        expect(form).toContain('FunctionDeclaration:');
      }),
    );
  });

  it('gives another for a change of one operator, number or text', () => {
    fc.assert(
      fc.property(createProgram(), fc.nat(), fc.nat(), (program, seed, at) => {
        const changeable = program.flatMap((token, index) =>
          /^(?:[-+*]|\d+|".*")$/.test(token) ? [index] : [],
        );
        const index = changeable[at % changeable.length] as number;
        const changed = program.with(index, changeToken(program[index] as string));
        expect(normalForm(render(changed, seed))).not.toBe(normalForm(render(program, seed)));
      }),
    );
  });

  it.each([
    ['javascript', 'const a = 1;\nfunction f() {}\nconst g = { own() {} }'],
    ['javascript', 'export const a = 1;\nexport function f() {}\nexport const g = { own() {} }'],
    ['python', 'def f():\n  pass\ndef g():\n  pass'],
  ] as const)('tells apart by which function is called in %s', (language, code) => {
    const names = ['f', 'g', 'g.own'];
    const forms = names.map((name) => normalizeCode({ language, code, entrypoint: name }).join());
    expect(new Set(forms).size).toBe(names.length);
  });

  it('takes no notice of the name of the function that is called', () => {
    const code = 'function f() {}\nconst g = { own() {} }';
    const other = code.replace('f()', 'main()').replace('g =', 'list =').replace('own', 'mine');
    for (const [name, otherName] of [
      ['f', 'main'],
      ['g.own', 'list.mine'],
    ]) {
      expect(normalizeCode({ language: 'javascript', code, entrypoint: name })).toEqual(
        normalizeCode({ language: 'javascript', code: other, entrypoint: otherName }),
      );
    }
  });

  it('numbers names, and can take the numbers off', () => {
    const tokens = normalizeCode({
      language: 'javascript',
      code: 'a: for (let b of c.own) b.length',
    });
    expect(tokens).toEqual(expect.arrayContaining([':0', '@0', '.0', '.length', 'c']));
    expect(tokens.map(withoutNumber)).toEqual(
      expect.arrayContaining([':', '@', '.', '.length', 'c']),
    );
  });

  it('never throws, and gives tokens without line ends', () => {
    const language = fc.constantFrom('javascript', 'typescript', 'python');
    fc.assert(
      fc.property(language, fc.string({ unit: 'binary' }), (language, code) => {
        const tokens = normalizeCode({ language, code });
        expect(tokens.filter((token) => token === '' || token.includes('\n'))).toEqual([]);
      }),
    );
  });

  it('takes a program that is nested too deeply as text', () => {
    const code = `f(${'['.repeat(50_000)}${']'.repeat(50_000)})`;
    expect(normalizeCode({ language: 'javascript', code })).toHaveLength(100_003);
  });
});

describe('normalizeCode, of a text that does not parse', () => {
  const text = 'def f(a):\n    if a:\n        return a + 1\n    return 0\n';

  it.each([
    ['the space between words', text.replace('a + 1', 'a+1')],
    ['empty lines', text.replace('\n    return 0', '\n\n   \n    return 0')],
    ['how far a line is indented', text.replaceAll('    ', '\t')],
    ['the ends of lines of Windows', text.replaceAll('\n', '\r\n')],
  ])('takes no notice of %s', (_, other) => {
    expect(normalForm(other)).toBe(normalForm(text));
  });

  it.each([
    ['names', text.replaceAll('a', 'b')],
    ['comments', text.replace('0\n', '0 # none\n')],
    ['which block a line is in', text.replace('    return 0', '        return 0')],
    ['what is one line', text.replace('if a:\n       ', 'if a:')],
  ])('tells apart by %s', (_, other) => {
    expect(normalForm(other)).not.toBe(normalForm(text));
  });

  it('keeps the space in texts', () => {
    expect(normalForm(`x = ' '.join(y)`)).not.toBe(normalForm(`x = ''.join(y)`));
    expect(normalForm('x = """a\n b"""')).not.toBe(normalForm('x = """a\nb"""'));
  });

  it('does the same with a text that does not parse', () => {
    expect(normalForm('let  =  1')).toBe(normalForm('let = 1\n'));
    expect(normalForm('let  =  1')).not.toBe(normalForm('let = 2'));
  });
});

function changeToken(token: string): string {
  if (token.startsWith('"')) return '"another"';
  return /\d/.test(token) ? '4711' : '/';
}
