import type { Pattern } from 'acorn';
import type { CodeProblem } from '../core/code-problem.js';
import { findEntrypoint } from './find-entrypoint.js';
import type { NameTable } from './name-table.js';
import type { ParsedProgram } from './parse-program.js';
import type { SyntaxTree } from './syntax-tree.js';
import { findUnusedVariables, hasAnyParameters, plainParameter } from './unused-variables.js';

/** What an entry point should be. */
export interface CheckEntrypointOptions {
  /** What messages are about: `The code`. */
  readonly subject: string;
  readonly entrypoint: string;
  /** The names of its parameters. Absent: it takes one, the input object. */
  readonly parameters?: readonly string[] | undefined;
}

/** Finds what is wrong with the function that is to be called, and with its parameters. */
export function checkEntrypoint(
  program: ParsedProgram,
  tree: SyntaxTree,
  names: NameTable,
  options: CheckEntrypointOptions,
): readonly CodeProblem[] {
  const { subject, entrypoint, parameters } = options;
  const found = findEntrypoint(program, entrypoint);
  switch (found.status) {
    case 'opaque':
      return [];
    case 'missing': {
      const message = `${subject} does not define ${entrypoint}, the function that is called.`;
      return [{ kind: 'entrypoint-missing', message }];
    }
    case 'not-a-function': {
      const { what, line } = found;
      const message = `${subject} defines ${entrypoint} as ${what} in line ${line}, but it is called as a function.`;
      return [{ kind: 'entrypoint-missing', message, line }];
    }
    case 'found': {
      const { node, line } = found;
      const problems: CodeProblem[] = [];
      const isFree = hasAnyParameters(node, program, names);
      if (!isFree && !fits(found.parameters, parameters)) {
        const taken = found.parameters.map((parameter) => show(parameter, program.code)).join(', ');
        const message = `The function ${entrypoint} takes (${taken}) in line ${line}, but must take ${wantedParameters(parameters)}.`;
        problems.push({ kind: 'parameters-differ', message, line });
      }
      for (const { name, isParameter, line } of findUnusedVariables(node, program, tree, names)) {
        const source = isParameter
          ? `its parameter ${name}`
          : `${name}, which is part of its input`;
        const message = `The function ${entrypoint} never uses ${source}, declared in line ${line}.`;
        problems.push({ kind: 'unused-parameter', message, line });
      }
      return problems;
    }
  }
}

function fits(taken: readonly Pattern[], parameters: readonly string[] | undefined): boolean {
  if (parameters === undefined) return taken.length === 1;
  if (taken.length !== parameters.length) return false;
  return taken.every((pattern, index) => {
    const name = plainParameter(pattern)?.name;
    return name === undefined || name === parameters[index];
  });
}

/** Says in words which parameters a function must take. */
export function wantedParameters(parameters: readonly string[] | undefined): string {
  if (parameters === undefined) return 'one parameter, the input object';
  return parameters.length === 0 ? 'no parameters' : `exactly (${parameters.join(', ')})`;
}

const maximumShownLength = 40;

function show(pattern: Pattern, code: string): string {
  const name = plainParameter(pattern)?.name;
  if (name !== undefined) return name;
  const text = code.slice(pattern.start, pattern.end).replace(/\s+/g, ' ');
  return text.length <= maximumShownLength ? text : `${text.slice(0, maximumShownLength)}…`;
}
