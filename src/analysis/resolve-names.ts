import type { ScopeManager, Variable } from 'eslint-scope';

/** Stands for a variable: equal for two places when they mean the same variable. */
export type VariableKey = object | string;

/**
 * Finds the variable behind every identifier of a program that is one of its own.
 *
 * A name that nothing declares belongs to the language (`Math`) or the surroundings, and is not
 * among them, unless the program assigns to it and so makes it.
 *
 * @returns The variable by node of the syntax tree.
 */
export function resolveNames(scopes: ScopeManager): ReadonlyMap<object, VariableKey> {
  const variables = new Map<object, VariableKey>();
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables) {
      const key = keyOf(variable);
      if (key === undefined) continue;
      for (const identifier of variable.identifiers) variables.set(identifier, key);
    }
    for (const { identifier, resolved } of scope.references) {
      const key = resolved === null ? undefined : keyOf(resolved);
      if (key !== undefined) variables.set(identifier, key);
    }
  }
  const free = scopes.globalScope?.through ?? [];
  const made = new Set(free.filter((reference) => reference.isWrite()).map(nameOf));
  for (const reference of free) {
    if (made.has(nameOf(reference))) variables.set(reference.identifier, nameOf(reference));
  }
  return variables;
}

/** Finds the variable that a program declares by a name at its top. */
export function findTopLevel(scopes: ScopeManager, name: string): VariableKey | undefined {
  // The scope of the module, or that which the program has as a script.
  const variable = scopes.globalScope?.childScopes[0]?.set.get(name);
  return variable && keyOf(variable);
}

/** The first node that declares it: a class has one variable outside of itself and one inside. */
function keyOf(variable: Pick<Variable, 'identifiers'>): VariableKey | undefined {
  return variable.identifiers[0];
}

function nameOf({ identifier }: { readonly identifier: object }): string {
  return (identifier as { readonly name: string }).name;
}
