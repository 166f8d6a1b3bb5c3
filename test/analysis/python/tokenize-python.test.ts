import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizePython } from '../../../src/analysis/python/tokenize-python.js';
import { hasHostPython, noHostPython, runHostPython } from '../../support/host-python.js';
import { pythonText } from './support/python-text.js';

function texts(code: string): readonly string[] {
  return tokenizePython(code).tokens.map(({ text }) => text);
}

function kinds(code: string): readonly string[] {
  return tokenizePython(code).tokens.map(({ kind, text }) => `${kind} ${text}`);
}

describe('tokenizePython', () => {
  it('tells names, keywords, numbers, strings, operators and comments apart', () => {
    expect(kinds(`if größe >= 0x1F: x = rb'\\'' # why\n`)).toEqual([
      ...['keyword if', 'name größe', 'operator >=', 'number 0x1F', 'operator :', 'name x'],
      ...['operator =', `string rb'\\''`, 'comment # why', 'newline \n'],
    ]);
  });

  it.each([
    ['a string in quotes of the other kind', `'"' "'"`, [`'"'`, `"'"`]],
    ['lines in a string of three quotes', '"""a\n"b"\n"""', ['"""a\n"b"\n"""']],
    ['a quote after a backslash in a raw string', `r'\\'' x`, [`r'\\''`, 'x']],
    ['a joined line', 'a + \\\n b', ['a', '+', 'b']],
    ['lines in brackets', '(a,\n b)\nc', ['(', 'a', ',', 'b', ')', '\n', 'c']],
    ['empty lines and lines with a comment', '\n\na\n\n# b\nc', ['a', '\n', '# b', 'c']],
    ['numbers next to words', '1if 2.5e-3j.real', ['1', 'if', '2.5e-3j', '.', 'real']],
    [
      'operators of several characters',
      'a//=b**c->d:=e...',
      'a //= b ** c -> d := e ...'.split(' '),
    ],
    ['ends of lines of Windows', 'a\r\nb\rc', ['a', '\n', 'b', '\n', 'c']],
  ])('reads %s', (_, code, expected) => {
    const { tokens, problem } = tokenizePython(code);
    expect(problem).toBeUndefined();
    expect(tokens.map(({ text }) => text)).toEqual(expected);
  });

  it('reads the values in formatted strings', () => {
    expect(kinds(`f"{{a}} {b!r:>{c}} {d['x']=}"`)).toEqual([
      ...['format-start f"', 'format-text {{a}} ', 'operator {', 'name b', 'conversion !r'],
      ...['operator :', 'format-text >', 'operator {', 'name c', 'operator }', 'operator }'],
      ...['format-text  ', 'operator {', 'name d', 'operator [', "string 'x'", 'operator ]'],
      ...['operator =', 'operator }', 'format-end "'],
    ]);
    expect(texts(`f'{f"{a}"}' rf'\\{b}'`)).toEqual([
      ...["f'", '{', 'f"', '{', 'a', '}', '"', '}', "'"],
      ...["rf'", '\\', '{', 'b', '}', "'"],
    ]);
    expect(texts(`f'\\N{DASH}{a != b}'`)).toEqual([
      "f'",
      '\\N{DASH}',
      '{',
      'a',
      '!=',
      'b',
      '}',
      "'",
    ]);
  });

  it('knows lines and columns', () => {
    const { tokens } = tokenizePython('a\n\tb = """\n"""; c');
    expect(tokens.map(({ text, line, column }) => [text.slice(0, 1), line, column])).toEqual([
      ...[
        ['a', 1, 0],
        ['\n', 1, 1],
        ['b', 2, 8],
        ['=', 2, 10],
      ],
      ...[
        ['"', 2, 12],
        [';', 3, 3],
        ['c', 3, 5],
      ],
    ]);
  });

  it.each([
    ['x = "abc\ny', 'a string that does not end', 1],
    ['x = (1\n', 'a ( that is never closed', 1],
    ['x\ny = 1]', 'a ] that closes nothing', 2],
    ['x = (1]', 'a ] that closes nothing', 1],
    ['\nx = """abc\n', 'a string that does not end', 2],
    ['f"{a', 'a { that is never closed', 1],
    ['f"a', 'a string that does not end', 1],
    ['f"a}"', 'a } alone in a formatted string', 1],
    ['a ? b', 'the character "?"', 1],
    ['a 🦉 b', 'the character "🦉"', 1],
  ])('says what is wrong with %j', (code, reason, line) => {
    expect(tokenizePython(code).problem).toEqual({ reason, line });
  });

  it('never throws, and covers the text but for spaces and joined lines', () => {
    fc.assert(
      fc.property(fc.oneof(pythonText, fc.string({ unit: 'binary' })), (code) => {
        const text = code.replace(/\r\n?/g, '\n');
        let end = 0;
        let gaps = '';
        for (const { text: part, start, line } of tokenizePython(code).tokens) {
          const isThere = part !== '' && start >= end && text.startsWith(part, start);
          const isInLine = line === text.slice(0, start).split('\n').length;
          if (!isThere || !isInLine) expect.fail(`${JSON.stringify(part)} in line ${line}`);
          gaps += text.slice(end, start);
          end = start + part.length;
        }
        expect((gaps + text.slice(end)).replace(/\\\n|[ \t\f\n\uFEFF]/g, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each(['(', '[{(', '"', 'f"{', '\\', 'f"\\N{', "'''", '# ', '\n\ta', 'lambda: '])(
    'is done at once with very many of %j',
    (part) => {
      expect(tokenizePython(part.repeat(200_000 / part.length)).tokens.length).toBeGreaterThan(0);
    },
  );

  it.skipIf(!hasHostPython)(
    `splits as CPython does (${hasHostPython ? 'compared' : noHostPython})`,
    () => {
      const codes = fc.sample(pythonText, { numRuns: 400, seed: 7 });
      const script = [
        'import io, json, sys, tokenize',
        'skipped = {tokenize.ENCODING, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.NL}',
        'def split(code):',
        '    try:',
        '        compile(code, "code", "exec", 0x400)',
        '        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))',
        '    except Exception:',
        '        return None',
        '    return [[t.string, t.start[0]] for t in tokens if t.type not in skipped and t.string.strip()]',
        'print(json.dumps([split(code) for code in json.load(sys.stdin)]))',
      ].join('\n');
      const expected = JSON.parse(runHostPython(script, JSON.stringify(codes))) as unknown[];
      let compared = 0;
      for (const [index, code] of codes.entries()) {
        if (expected[index] === null) continue;
        compared++;
        expect({ code, tokens: wholeStrings(code) }).toEqual({ code, tokens: expected[index] });
      }
      expect(compared).toBeGreaterThan(40);
    },
  );
});

/** Tokens with their lines, formatted strings in one piece as older versions of Python have them. */
function wholeStrings(code: string): readonly (readonly [string, number])[] {
  const whole: [string, number][] = [];
  const starts: { start: number; line: number }[] = [];
  for (const { kind, text, start, line } of tokenizePython(code).tokens) {
    if (kind === 'format-start') starts.push({ start, line });
    const open = kind === 'format-end' ? starts.pop() : undefined;
    if (starts.length > 0 || kind === 'newline') continue;
    if (open === undefined) whole.push([text, line]);
    else whole.push([code.slice(open.start, start + text.length), open.line]);
  }
  return whole;
}
