import type { CodeProblem } from '../../core/code-problem.js';
import { checkEntrypoint } from './check-entrypoint.js';
import { checkImports } from './check-imports.js';
import { checkNames } from './check-names.js';
import { checkState } from './check-state.js';
import { type LanguageUse, sortUses } from './language-uses.js';
import { readNames } from './read-names.js';
import { type PythonStatement, readStatements } from './read-statements.js';

/** A Python program, and what it has to be. */
export interface CheckProgramOptions {
  readonly code: string;
  readonly entrypoint: string;
  readonly parameters?: readonly string[] | undefined;
  /** What messages are about: `The code`. */
  readonly subject: string;
  /** Forbidden names that are allowed after all, such as `random`. */
  readonly allowed: readonly string[];
  /** Modules outside of the standard library that may be loaded. */
  readonly packages: readonly string[];
}

/** What checking a program came to. */
export interface CheckedProgram {
  /** In the order of their lines, first those that have none. */
  readonly problems: readonly CodeProblem[];
  /** What it uses of Python; of none when it cannot be read. */
  readonly uses: readonly LanguageUse[];
}

/** Checks a Python program by its text alone. Never throws. */
export function checkProgram(options: CheckProgramOptions): CheckedProgram {
  const { code, subject } = options;
  const program = readStatements(code);
  if (program.status === 'failed') {
    const { reason, line } = program.problem;
    const message = `${subject} cannot be read as Python: ${reason} (line ${line}).`;
    return { problems: [{ kind: 'syntax', message, line }], uses: [] };
  }
  try {
    return checkStatements(program.statements, options);
  } catch (error) {
    // Nested more deeply than the stack of calls allows.
    if (error instanceof RangeError) return { problems: [], uses: [] };
    throw error;
  }
}

function checkStatements(
  statements: readonly PythonStatement[],
  options: CheckProgramOptions,
): CheckedProgram {
  const { subject, packages } = options;
  const names = readNames(statements);
  const uses = sortUses(names);
  const problems = [
    ...checkEntrypoint(names.top, uses, options),
    ...checkImports(statements, subject, packages),
    ...checkNames(uses.language, { ...options, hasStarImport: names.starImports.size > 0 }),
    ...checkState(uses.own, subject),
  ];
  problems.sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
  return { problems, uses: uses.language };
}
