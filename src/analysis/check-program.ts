import type { CodeProblem } from '../core/code-problem.js';
import { languageNames } from '../core/language-names.js';
import { checkEntrypoint } from './check-entrypoint.js';
import { checkImports } from './check-imports.js';
import { checkNames } from './check-names.js';
import { findGlobalUses, type GlobalUse } from './find-global-uses.js';
import { readNames } from './name-table.js';
import { type ParsableLanguage, parseProgram } from './parse-program.js';
import { lineOf, readSyntaxTree, type SyntaxTree } from './syntax-tree.js';

/** A program, and what it has to be. */
export interface CheckProgramOptions {
  readonly language: ParsableLanguage;
  readonly code: string;
  readonly entrypoint: string;
  readonly parameters?: readonly string[] | undefined;
  /** What messages are about: `The code`. */
  readonly subject: string;
  /** Forbidden names that are allowed after all, such as `Math.random`. */
  readonly allowed: readonly string[];
}

/** What checking a program came to. */
export interface CheckedProgram {
  /** In the order of their lines, first those that have none. */
  readonly problems: readonly CodeProblem[];
  /** What it uses of the language; of none when it cannot be parsed. */
  readonly uses: readonly GlobalUse[];
}

/** Checks a program by its text alone. */
export function checkProgram(options: CheckProgramOptions): CheckedProgram {
  const { language, code, subject } = options;
  const program = parseProgram(code, language);
  if (program.status === 'failed') {
    const reason = program.problem.replace(/^Error transforming [^:]*: /, '');
    const message = `${subject} cannot be read as ${languageNames[language]}: ${reason}.`;
    const line = /\((\d+):\d+\)$/.exec(reason)?.[1];
    const problem = { kind: 'syntax', message, line: line ? Number(line) : undefined } as const;
    return { problems: [problem], uses: [] };
  }
  const tree = readSyntaxTree(program.ast);
  const names = readNames(program);
  const uses = findGlobalUses(tree, names);
  const problems = [
    ...checkEntrypoint(program, tree, names, options),
    ...checkImports(tree, uses, subject),
    ...checkNames(uses, options),
    ...checkWith(tree, subject),
  ];
  return { problems: problems.sort((left, right) => (left.line ?? 0) - (right.line ?? 0)), uses };
}

function checkWith({ nodes }: SyntaxTree, subject: string): readonly CodeProblem[] {
  const statement = nodes.find(({ type }) => type === 'WithStatement');
  if (statement === undefined) return [];
  const line = lineOf(statement);
  const message = `${subject} hides what its names stand for: with statement in line ${line}.`;
  return [{ kind: 'hidden-code', message, line }];
}
