import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isParsable,
  type ParsableLanguage,
  type ParsedProgram,
  parseProgram,
} from '../../src/analysis/parse-program.js';

function parsed(code: string, language: ParsableLanguage = 'javascript'): ParsedProgram {
  const program = parseProgram(code, language);
  if (program.status === 'failed') throw new Error(program.problem);
  return program;
}

function freeNames(code: string): readonly string[] {
  return parsed(code).scopes.globalScope.through.map(({ identifier }) => identifier.name);
}

describe('parseProgram', () => {
  it('takes a program as a script, and as a module when it is no script', () => {
    expect(parsed('with (Math) max(1, 2)').ast.sourceType).toBe('script');
    expect(parsed('export const one = 1').ast.sourceType).toBe('module');
    expect(parsed('const two = await 2').ast.sourceType).toBe('module');
  });

  it.each(['const one = 1; one + two', 'export const one = 1; one + two'])(
    'tells the names of the program from those of the language: %s',
    (code) => {
      expect(freeNames(code)).toEqual(['two']);
    },
  );

  it('keeps the lines of TypeScript', () => {
    const code =
      'interface Point {\n  x: number;\n}\nexport const x = (point: Point): number =>\n  point.x;';
    const { ast, code: stripped } = parsed(code, 'typescript');
    expect(ast.body.at(-1)?.loc?.start.line).toBe(4);
    expect(stripped.split('\n')).toHaveLength(5);
    expect(stripped).not.toContain('number');
  });

  it.each([
    ['javascript', 'const one = 1;\nconst = 2;', /\(2:6\)$/],
    ['javascript', 'const one: number = 1;', /\(1:9\)$/],
    ['typescript', 'const one: = 1;', /\(1:\d+\)$/],
    [
      'typescript',
      'namespace A { export const one = 1 }',
      /namespaces are not available.*\(1:1\)$/,
    ],
  ] as const)('says where %s is wrong: %s', (language, code, problem) => {
    expect(parseProgram(code, language)).toEqual({
      status: 'failed',
      problem: expect.stringMatching(problem),
    });
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('javascript', 'typescript'),
        (code, language) => {
          expect(['parsed', 'failed']).toContain(parseProgram(code, language).status);
        },
      ),
    );
  });

  it('fails, and does not break, on code that is nested deeper than the stack', () => {
    expect(parseProgram('['.repeat(1e5), 'javascript').status).toBe('failed');
  });
});

describe('isParsable', () => {
  it('knows the languages that are parsed', () => {
    expect((['javascript', 'typescript', 'python'] as const).map(isParsable)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
