import type { CodeProblem } from '../../core/code-problem.js';
import { wantedParameters } from '../check-entrypoint.js';
import type { SortedUses } from './language-uses.js';
import type { PythonDefinition, PythonParameter, PythonScope } from './python-scope.js';

/** What an entry point should be. */
export interface CheckEntrypointOptions {
  /** What messages are about: `The code`. */
  readonly subject: string;
  readonly entrypoint: string;
  /** The names of its parameters. Absent: it is called with the input's entries by name. */
  readonly parameters?: readonly string[] | undefined;
}

/** Finds what is wrong with the function that is to be called, and with its parameters. */
export function checkEntrypoint(
  top: PythonScope,
  uses: SortedUses,
  { subject, entrypoint, parameters }: CheckEntrypointOptions,
): readonly CodeProblem[] {
  const [name = '', member] = entrypoint.split('.');
  const definition = lastDefinition(top, name);
  if (definition === undefined) return [missing(subject, entrypoint)];
  if (member !== undefined) {
    const isMissing =
      definition.kind === 'class' && lastDefinition(definition.scope, member) === undefined;
    return isMissing ? [missing(subject, entrypoint)] : [];
  }
  const { line } = definition.token;
  if (definition.kind === 'class') {
    const message = `${subject} defines ${entrypoint} as a class in line ${line}, but it is called as a function.`;
    return [{ kind: 'entrypoint-missing', message, line }];
  }
  // What is assigned to the name, or imported, cannot be told.
  if (definition.kind !== 'function') return [];
  const problems: CodeProblem[] = [];
  if (parameters !== undefined && !fits(definition.parameters, parameters)) {
    const taken = definition.parameters.map(show).join(', ');
    const message = `The function ${entrypoint} takes (${taken}) in line ${line}, but must take ${wantedParameters(parameters)}.`;
    problems.push({ kind: 'parameters-differ', message, line });
  }
  return [...problems, ...findUnused(definition, uses, entrypoint)];
}

function lastDefinition(scope: PythonScope, name: string): PythonDefinition | undefined {
  return scope.variables.get(name)?.definitions.at(-1);
}

function missing(subject: string, entrypoint: string): CodeProblem {
  const message = `${subject} does not define ${entrypoint}, the function that is called.`;
  return { kind: 'entrypoint-missing', message };
}

function fits(taken: readonly PythonParameter[], parameters: readonly string[]): boolean {
  if (taken.some(({ kind }) => kind === '*')) return true;
  const single = taken.filter(({ kind }) => kind === 'one');
  if (single.length !== parameters.length) return false;
  return single.every(({ name, isNamedOnly }, index) => !isNamedOnly && name === parameters[index]);
}

function show({ name, kind }: PythonParameter): string {
  return kind === 'one' ? name : `${kind}${name}`;
}

/** Functions that reach every variable without naming it. */
const reachesAll = new Set(['locals', 'vars', 'eval', 'exec']);

function findUnused(
  { parameters, scope }: Extract<PythonDefinition, { kind: 'function' }>,
  { own, language }: SortedUses,
  entrypoint: string,
): readonly CodeProblem[] {
  if (language.some(({ path }) => reachesAll.has(path[0] ?? ''))) return [];
  const read = new Set(
    own.flatMap(({ variable, use }) => (use.manner === 'write' ? [] : variable)),
  );
  return parameters.flatMap(({ name, kind, token: { line } }): readonly CodeProblem[] => {
    const variable = scope.variables.get(name);
    if (kind !== 'one' || variable === undefined || read.has(variable)) return [];
    const message = `The function ${entrypoint} never uses its parameter ${name}, declared in line ${line}.`;
    return [{ kind: 'unused-parameter', message, line }];
  });
}
