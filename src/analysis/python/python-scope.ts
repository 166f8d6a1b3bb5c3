import type { PythonToken } from './python-token.js';
import type { PythonStatement } from './read-statements.js';

/** A part of a program with variables of its own. */
export interface PythonScope {
  readonly kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension';
  readonly parent?: PythonScope | undefined;
  readonly variables: Map<string, PythonVariable>;
  /** Names that are declared to be those of the module. */
  readonly globals: Set<string>;
  /** Names that are declared to be those of a function around this one. */
  readonly nonlocals: Set<string>;
}

/** A parameter of a function. */
export interface PythonParameter {
  readonly name: string;
  readonly token: PythonToken;
  /** One value; any more of them by position (`*`) or by name (`**`). */
  readonly kind: 'one' | '*' | '**';
  readonly isNamedOnly: boolean;
  readonly hasDefault: boolean;
}

/** A place that gives a variable its value. */
export type PythonDefinition =
  | {
      readonly kind: 'import';
      /** The module, and what is taken from it: `os`, `path`. */
      readonly path: readonly string[];
      readonly token: PythonToken;
    }
  | {
      readonly kind: 'function';
      readonly statement: PythonStatement;
      readonly parameters: readonly PythonParameter[];
      readonly scope: PythonScope;
      readonly token: PythonToken;
    }
  | { readonly kind: 'class'; readonly scope: PythonScope; readonly token: PythonToken }
  | { readonly kind: 'parameter' | 'assignment'; readonly token: PythonToken };

/** A variable of a program, and the places that give it values. */
export interface PythonVariable {
  readonly name: string;
  readonly scope: PythonScope;
  readonly definitions: PythonDefinition[];
}

/** Makes a scope without variables. */
export function createScope(kind: PythonScope['kind'], parent?: PythonScope): PythonScope {
  return { kind, parent, variables: new Map(), globals: new Set(), nonlocals: new Set() };
}

/** Gives a variable a definition in the scope that an assignment to its name means. */
export function define(scope: PythonScope, name: string, definition: PythonDefinition): void {
  const owner = ownerOf(scope, name);
  const variable = owner.variables.get(name) ?? { name, scope: owner, definitions: [] };
  variable.definitions.push(definition);
  owner.variables.set(name, variable);
}

function ownerOf(scope: PythonScope, name: string): PythonScope {
  if (scope.globals.has(name)) return moduleOf(scope);
  if (!scope.nonlocals.has(name)) return scope;
  for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
    if (outer.kind === 'function' && !outer.nonlocals.has(name)) return outer;
  }
  return scope;
}

/**
 * Finds the variable that a name in a scope stands for.
 *
 * @returns `undefined` when the program defines none: then it is a name of the language, if any.
 */
export function resolveName(scope: PythonScope, name: string): PythonVariable | undefined {
  if (scope.globals.has(name)) return moduleOf(scope).variables.get(name);
  const isOwn = !scope.nonlocals.has(name);
  const own = isOwn ? scope.variables.get(name) : undefined;
  if (own !== undefined) return own;
  for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
    // The functions in a class do not see its variables.
    const variable = outer.kind === 'class' ? undefined : outer.variables.get(name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/** The scope at the top of the program. */
export function moduleOf(scope: PythonScope): PythonScope {
  let top = scope;
  while (top.parent !== undefined) top = top.parent;
  return top;
}
