import type { AnyNode, Identifier, Pattern } from 'acorn';
import type { Scope, Variable } from 'eslint-scope';
import type { FunctionNode } from './follow-value.js';
import type { NameTable } from './name-table.js';
import type { ParsedProgram } from './parse-program.js';
import { lineOf, type SyntaxTree } from './syntax-tree.js';

/** A variable of a function's input that nothing reads. */
export interface UnusedVariable {
  readonly name: string;
  /** Whether it is a parameter itself, and not taken out of one. */
  readonly isParameter: boolean;
  readonly line: number;
}

/**
 * Finds the parameters of a function that are never read, and the variables taken out of them by
 * destructuring: in the list of parameters, or where a parameter is assigned to a declaration.
 */
export function findUnusedVariables(
  node: FunctionNode,
  program: ParsedProgram,
  { parents }: SyntaxTree,
  names: NameTable,
): readonly UnusedVariable[] {
  const scope = scopeOf(node, program);
  // Code made out of text may read anything.
  if (scope === undefined || scope.dynamic || usesArguments(scope, names)) return [];
  const isRead = (variable: Variable): boolean =>
    names.referencesTo(variable).some((reference) => reference.isRead());
  const unreadIn = (pattern: Pattern): readonly UnusedVariable[] =>
    identifiersOf(pattern).flatMap((identifier) => {
      const variable = names.variableOf(identifier);
      if (variable === undefined || isRead(variable)) return [];
      const isParameter = identifier === plainParameter(pattern);
      return [{ name: identifier.name, isParameter, line: lineOf(identifier) }];
    });
  const takenOutOf = (parameter: Identifier | undefined): readonly UnusedVariable[] => {
    const variable = parameter && names.variableOf(parameter);
    if (variable === undefined) return [];
    return names.referencesTo(variable).flatMap(({ identifier }) => {
      const parent = parents.get(identifier as AnyNode);
      const isTaken = parent?.type === 'VariableDeclarator' && parent.id.type !== 'Identifier';
      return isTaken ? unreadIn(parent.id) : [];
    });
  };
  return node.params.flatMap((parameter) => [
    ...unreadIn(parameter),
    ...takenOutOf(plainParameter(parameter)),
  ]);
}

/** The identifier of a parameter that takes its value as a whole, with or without a default. */
export function plainParameter(pattern: Pattern): Identifier | undefined {
  if (pattern.type === 'AssignmentPattern') return plainParameter(pattern.left);
  return pattern.type === 'Identifier' ? pattern : undefined;
}

/** Whether a function takes any number of arguments, by a rest parameter or `arguments`. */
export function hasAnyParameters(
  node: FunctionNode,
  program: ParsedProgram,
  names: NameTable,
): boolean {
  const scope = scopeOf(node, program);
  const hasRest = node.params.some(({ type }) => type === 'RestElement');
  return hasRest || (scope !== undefined && usesArguments(scope, names));
}

function scopeOf(node: FunctionNode, { scopes }: ParsedProgram): Scope | undefined {
  const block: unknown = node;
  return scopes.scopes.find((scope) => scope.type === 'function' && scope.block === block);
}

/** Whether a function that has `arguments` of its own reads them. */
function usesArguments(scope: Scope, names: NameTable): boolean {
  const own = scope.set.get('arguments') as Variable | undefined;
  return own !== undefined && own.defs.length === 0 && names.referencesTo(own).length > 0;
}

/** The variables that a pattern declares, except those left out of what a rest element takes. */
function identifiersOf(pattern: Pattern): readonly Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return identifiersOf(pattern.left);
    case 'RestElement':
      return identifiersOf(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) =>
        element === null ? [] : identifiersOf(element),
      );
    case 'ObjectPattern': {
      const rest = pattern.properties.find(({ type }) => type === 'RestElement');
      const properties = rest === undefined ? pattern.properties : [rest];
      return properties.flatMap((property) =>
        identifiersOf(property.type === 'Property' ? property.value : property),
      );
    }
    default:
      return [];
  }
}
