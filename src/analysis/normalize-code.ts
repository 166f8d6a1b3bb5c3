import type { Language } from '../core/code-function.js';
import { isParsable, type ParsableLanguage, parseProgram } from './parse-program.js';
import { programTokens } from './program-tokens.js';
import { programTokens as pythonProgramTokens } from './python/program-tokens.js';
import { readStatements } from './python/read-statements.js';
import { textTokens } from './text-tokens.js';

/** A program to be brought into its normal form. */
export interface CodeText {
  readonly language: Language;
  readonly code: string;
  /**
   * Name of the function that is called. When given, programs that call different ones of their
   * functions have different normal forms; how it is called does not matter.
   */
  readonly entrypoint?: string | undefined;
}

/**
 * Brings a program into a normal form in which only what it does and how it is built matter.
 *
 * In JavaScript and TypeScript these leave no trace: comments, layout, semicolons, redundant
 * parentheses, quotes, the spelling of numbers, types, braces around the only statement of a loop
 * or branch, `export` and `module.exports`, and names. Variables are renamed in the order in which
 * the program comes to them, each scope's own; so are labels, private names and members, except
 * for members that a standard object has (`length`, `push`), since those may mean that. `a['b']`
 * counts as `a.b`, and `{ a }` as `{ a: a }`. Texts, numbers by value, regular expressions,
 * operators, names of the language (`Math`) and the order of everything stay.
 *
 * In Python these leave no trace: comments, docstrings, layout, `pass`, spare parentheses and commas,
 * quotes and prefixes of strings, the spelling of numbers, types (those of a class's fields excepted),
 * imports from `typing`, and names: variables, each scope's own, arguments named like a parameter of
 * the program, and attributes that the program gives its own classes or values, except for those
 * that values of Python's own types have (`append`).
 *
 * A text that does not parse is split into words, texts in quotes, other characters, ends of lines
 * and changes of indentation: there only spacing and empty lines leave no trace, while names and
 * comments matter.
 *
 * Never throws.
 *
 * @returns Tokens without line breaks; joined by line breaks they are the text to compare or hash.
 */
export function normalizeCode({ language, code, entrypoint }: CodeText): readonly string[] {
  try {
    const tokens = isParsable(language)
      ? scriptTokens(code, language, entrypoint)
      : pythonTokens(code, entrypoint);
    if (tokens !== undefined) return tokens;
  } catch {
    // Nested more deeply than the stack of calls allows.
  }
  const tokens = textTokens(code);
  return entrypoint === undefined ? tokens : [...tokens, 'Entrypoint:', entrypoint];
}

function scriptTokens(
  code: string,
  language: ParsableLanguage,
  entrypoint: string | undefined,
): readonly string[] | undefined {
  const program = parseProgram(code, language);
  return program.status === 'parsed' ? programTokens(program, entrypoint) : undefined;
}

function pythonTokens(code: string, entrypoint: string | undefined): readonly string[] | undefined {
  const program = readStatements(code);
  return program.status === 'read'
    ? pythonProgramTokens(program.statements, entrypoint)
    : undefined;
}
