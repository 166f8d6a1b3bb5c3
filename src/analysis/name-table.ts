import type { Identifier } from 'acorn';
import type { Reference, Scope, Variable } from 'eslint-scope';
import type { ParsedProgram } from './parse-program.js';

/** Which of a program's names are its own, and where they are used. */
export interface NameTable {
  /** The uses of names that the program does not declare, in the order of the source. */
  readonly free: readonly Reference[];
  /** What an identifier stands for that declares or uses a name of the program. */
  variableOf(identifier: Identifier): Variable | undefined;
  referencesTo(variable: Variable): readonly Reference[];
}

/** Resolves the names of a program, also those that `with` and `eval` make uncertain. */
export function readNames({ scopes: { scopes } }: ParsedProgram): NameTable {
  const free: Reference[] = [];
  const variables = new Map<unknown, Variable>();
  const references = new Map<Variable, Reference[]>();
  const hoisted = hoistedFunctions(scopes);
  for (const variable of scopes.flatMap((scope) => scope.variables)) {
    for (const identifier of variable.identifiers) variables.set(identifier, variable);
  }
  for (const reference of scopes.flatMap((scope) => scope.references)) {
    const variable = resolve(reference) ?? hoisted.get(reference.identifier.name);
    if (variable === undefined) {
      free.push(reference);
      continue;
    }
    variables.set(reference.identifier, variable);
    const known = references.get(variable);
    if (known === undefined) references.set(variable, [reference]);
    else known.push(reference);
  }
  return {
    free: free.sort((left, right) => startOf(left) - startOf(right)),
    variableOf: (identifier) => variables.get(identifier),
    referencesTo: (variable) => references.get(variable) ?? [],
  };
}

function startOf({ identifier }: Reference): number {
  return identifier.range?.[0] ?? 0;
}

function resolve(reference: Reference): Variable | undefined {
  const variable = reference.resolved ?? lookUp(reference);
  return variable !== undefined && isOutermostArguments(variable) ? undefined : variable;
}

/** Names in the reach of `with` and `eval` are left unresolved, although they are mostly local. */
function lookUp(reference: Reference): Variable | undefined {
  const name = reference.identifier.name;
  let isUncertain = false;
  for (let scope: Scope | null = reference.from; scope !== null; scope = scope.upper) {
    if (scope.type === 'global') return undefined;
    isUncertain ||= scope.dynamic;
    const variable = scope.set.get(name) as Variable | undefined;
    if (isUncertain && variable !== undefined) return variable;
  }
  return undefined;
}

/** The scope of a script is analysed as that of a function, but has no `arguments`. */
function isOutermostArguments({ defs, scope }: Variable): boolean {
  return defs.length === 0 && scope.block.type === 'Program';
}

/** Functions in blocks, which are known outside of them where the code is not strict. */
function hoistedFunctions(scopes: readonly Scope[]): ReadonlyMap<string, Variable> {
  const variables = scopes
    .filter(({ type, isStrict }) => !isStrict && (type === 'block' || type === 'switch'))
    .flatMap((scope) => scope.variables)
    .filter(({ defs }) => defs.some(({ type }) => type === 'FunctionName'));
  return new Map(variables.map((variable) => [variable.name, variable]));
}
