import type { AnyNode, Identifier, Literal, Pattern, Program } from 'acorn';
import {
  createValueFollower,
  type FollowedValue,
  type FunctionNode,
  type ValueFollower,
} from './follow-value.js';
import { type NameTable, readNames } from './name-table.js';
import type { ParsedProgram } from './parse-program.js';
import { lineOf, readSyntaxTree, type SyntaxTree } from './syntax-tree.js';

/** What an entry point names in a program. */
export type Entrypoint =
  | {
      readonly status: 'found';
      readonly node: FunctionNode;
      readonly parameters: readonly Pattern[];
      readonly line: number;
    }
  /** It names `what`, such as `a class`, which cannot be called. */
  | { readonly status: 'not-a-function'; readonly what: string; readonly line: number }
  /** A function may be there, but it is made as the program runs: nothing is known about it. */
  | { readonly status: 'opaque' }
  | { readonly status: 'missing' };

/**
 * Finds the function that an entry point names, where the sandbox looks for it: in the exports, in
 * those of CommonJS, among the names of the program, and as the only thing that is exported.
 *
 * @param entrypoint - The name of a function, or a dotted path such as `Solver.solve`: a static
 * method of a class or a property of an object.
 */
export function findEntrypoint(program: ParsedProgram, entrypoint: string): Entrypoint {
  const names = readNames(program);
  const tree = readSyntaxTree(program.ast);
  const follower = createValueFollower(tree, names);
  const path = entrypoint.split('.');
  const places = [
    ...exportsOf(program.ast, path, follower),
    follower.followAssigned('module', ['exports', ...path]),
    follower.followAssigned('exports', path),
    ...bindingsOf(program, path, follower),
    ...onlyExport(path, follower),
  ];
  const found =
    places.find(({ status }) => status === 'function') ??
    places.find(({ status }) => status !== 'missing');
  switch (found?.status) {
    case 'function': {
      const { node } = found;
      return { status: 'found', node, parameters: node.params, line: lineOf(node) };
    }
    case 'other':
      return { status: 'not-a-function', what: found.what, line: found.line };
    case 'opaque':
      return { status: 'opaque' };
    default:
      return handsOutExports(tree, names) ? { status: 'opaque' } : { status: 'missing' };
  }
}

const opaque: FollowedValue = { status: 'opaque' };

function exportsOf(
  { body }: Program,
  [name, ...path]: readonly string[],
  { followNode }: ValueFollower,
): readonly FollowedValue[] {
  return body.flatMap((statement) => {
    switch (statement.type) {
      case 'ExportDefaultDeclaration':
        return name === 'default' ? [followNode(statement.declaration, path)] : [];
      case 'ExportAllDeclaration':
        return !statement.exported || exportName(statement.exported) === name ? [opaque] : [];
      case 'ExportNamedDeclaration':
        return statement.specifiers
          .filter(({ exported }) => exportName(exported) === name)
          .map(({ local }) => (statement.source ? opaque : followNode(local, path)));
      default:
        return [];
    }
  });
}

function exportName(node: Identifier | Literal): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}

/** What the program declares by that name, or makes a global without declaring it. */
function bindingsOf(
  { scopes }: ParsedProgram,
  [name = '', ...path]: readonly string[],
  { followVariable, followAssigned }: ValueFollower,
): readonly FollowedValue[] {
  const variable = scopes.globalScope.childScopes[0]?.set.get(name);
  const isDeclared = variable !== undefined && variable.defs.length > 0;
  return [
    ...(isDeclared ? [followVariable(variable as Parameters<typeof followVariable>[0], path)] : []),
    ...(isDeclared ? [] : [followAssigned(name, path)]),
    followAssigned('globalThis', [name, ...path]),
  ];
}

/** A function, or a class, that is all that a CommonJS module exports can be called by any name. */
function onlyExport(
  [, ...path]: readonly string[],
  { followAssigned }: ValueFollower,
): readonly FollowedValue[] {
  const exported = followAssigned('module', ['exports', ...path]);
  return exported.status === 'function' || exported.status === 'opaque' ? [exported] : [];
}

/** Whether a function is given the exports to fill, as in `Object.assign(exports, …)`. */
function handsOutExports({ parents }: SyntaxTree, { free }: NameTable): boolean {
  return free.some(({ identifier }) => {
    if (identifier.name !== 'module' && identifier.name !== 'exports') return false;
    let node = identifier as AnyNode;
    let parent = parents.get(node);
    while (parent?.type === 'MemberExpression') {
      node = parent;
      parent = parents.get(node);
    }
    return parent?.type === 'CallExpression' && parent.callee !== node;
  });
}
