import type { PythonScope, PythonVariable } from './python-scope.js';
import type { PythonNames } from './read-names.js';
import { standardMembers } from './standard-members.js';

/**
 * Finds the attributes that a program gives its own classes and values, without those that Python's
 * own types have as well, and those with a meaning in the language (`__init__`).
 */
export function findOwnMembers({ uses, top }: PythonNames): ReadonlySet<string> {
  const members = new Set<string>();
  const add = (name: string): void => {
    if (!standardMembers.has(name) && !/^__.*__$/.test(name)) members.add(name);
  };
  for (const scope of classScopes(top, uses)) for (const name of scope.variables.keys()) add(name);
  for (const [{ text }, use] of uses) if (use.role === 'attribute' && use.isAssigned) add(text);
  return members;
}

/** Finds the parameter of a function, or of one that makes an object, by the name it is called by. */
export function findParameter(variable: PythonVariable, name: string): PythonVariable | undefined {
  for (const definition of variable.definitions) {
    if (definition.kind === 'function') {
      const parameter = definition.scope.variables.get(name);
      if (parameter?.definitions[0]?.kind === 'parameter') return parameter;
    }
    const maker =
      definition.kind === 'class' ? definition.scope.variables.get('__init__') : undefined;
    const parameter = maker && findParameter(maker, name);
    if (parameter !== undefined) return parameter;
  }
  return undefined;
}

/** The scopes of all classes of a program. */
export function classScopes(top: PythonScope, uses: PythonNames['uses']): ReadonlySet<PythonScope> {
  const classes = new Set<PythonScope>();
  const visit = (scope: PythonScope): void => {
    for (const { definitions } of scope.variables.values()) {
      for (const definition of definitions) {
        if (definition.kind === 'class') classes.add(definition.scope);
      }
    }
  };
  const scopes = new Set([top]);
  for (const use of uses.values()) if (use.role === 'variable') scopes.add(use.scope);
  for (const scope of scopes) visit(scope);
  return classes;
}
