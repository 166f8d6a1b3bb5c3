import type {
  AnonymousFunctionDeclaration,
  AnyNode,
  ArrowFunctionExpression,
  FunctionDeclaration,
  FunctionExpression,
  Identifier,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import { type Assignment, findAssignments } from './find-assignments.js';
import type { NameTable } from './name-table.js';
import { lineOf, type SyntaxTree, staticName } from './syntax-tree.js';

/** A function of a program. */
export type FunctionNode =
  | FunctionDeclaration
  | AnonymousFunctionDeclaration
  | FunctionExpression
  | ArrowFunctionExpression;

/** What something in a program is, as far as its text shows. */
export type FollowedValue =
  | { readonly status: 'function'; readonly node: FunctionNode }
  /** Surely not a function that can be called, but `what`: `a class`. */
  | { readonly status: 'other'; readonly what: string; readonly line: number }
  /** There, or perhaps there, but made as the program runs. */
  | { readonly status: 'opaque' }
  | { readonly status: 'missing' };

/** Says what values are, and the members of values that a path of names leads to. */
export interface ValueFollower {
  followNode(node: AnyNode, path: readonly string[]): FollowedValue;
  followVariable(variable: Variable, path: readonly string[]): FollowedValue;
  /** What is assigned to a name that the program does not declare, or to members of it. */
  followAssigned(root: string, path: readonly string[]): FollowedValue;
}

const opaque: FollowedValue = { status: 'opaque' };
const missing: FollowedValue = { status: 'missing' };

/** Values defined by each other have no end. */
const maximumSteps = 100;

/** Makes a {@link ValueFollower} for a program. */
export function createValueFollower(tree: SyntaxTree, names: NameTable): ValueFollower {
  const assignments = findAssignments(tree, names);
  let steps = 0;

  const followNode = (node: AnyNode, path: readonly string[]): FollowedValue => {
    if (++steps > maximumSteps) return opaque;
    const other = (what: string): FollowedValue =>
      path.length > 0 ? opaque : { status: 'other', what, line: lineOf(node) };
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return path.length > 0 ? opaque : { status: 'function', node };
      case 'ClassDeclaration':
      case 'ClassExpression':
        return path.length > 0 ? followStatic(node, path) : other('a class');
      case 'ObjectExpression':
        return path.length > 0 ? followProperty(node, path) : other('an object');
      case 'ArrayExpression':
        return other('an array');
      case 'Literal':
      case 'TemplateLiteral':
        return other('a constant');
      case 'Identifier':
        return followIdentifier(node, path);
      case 'MemberExpression': {
        const name = staticName(node.property, node.computed);
        return name === undefined ? opaque : followNode(node.object, [name, ...path]);
      }
      case 'AssignmentExpression':
        return node.operator === '=' ? followNode(node.right, path) : opaque;
      default:
        return opaque;
    }
  };

  const followIdentifier = (node: Identifier, path: readonly string[]): FollowedValue => {
    const variable = names.variableOf(node);
    if (variable !== undefined) return followVariable(variable, path);
    const assigned = followAssigned(node.name, path);
    return assigned.status === 'missing' ? opaque : assigned;
  };

  const followAssignment = (
    root: Assignment['root'],
    path: readonly string[],
  ): FollowedValue | undefined => {
    const fitting = assignments
      .filter((assignment) => assignment.root === root)
      .filter(({ members }) => members.every((name, index) => path[index] === name))
      .sort((left, right) => right.members.length - left.members.length);
    const [nearest] = fitting;
    return nearest && followNode(nearest.value, path.slice(nearest.members.length));
  };

  const followAssigned = (root: string, path: readonly string[]): FollowedValue =>
    followAssignment(root, path) ?? missing;

  const followVariable = (variable: Variable, path: readonly string[]): FollowedValue => {
    if (++steps > maximumSteps) return opaque;
    const assigned = path.length > 0 ? followAssignment(variable, path) : undefined;
    if (assigned !== undefined) return assigned;
    const writes = names.referencesTo(variable).filter((reference) => reference.isWrite());
    const definition = variable.defs.at(-1);
    if (definition === undefined) return opaque;
    if (variable.defs.some(({ type }) => type !== definition.type)) return opaque;
    if (definition.type === 'FunctionName' || definition.type === 'ClassName') {
      return writes.length > 0 ? opaque : followNode(definition.node as AnyNode, path);
    }
    if (definition.type !== 'Variable') return opaque;
    const [write] = writes;
    if (write === undefined) return missing;
    const isPlain = writes.length === 1 && !write.partial && !write.isRead();
    return isPlain && write.writeExpr ? followNode(write.writeExpr as AnyNode, path) : opaque;
  };

  type ClassNode = Extract<AnyNode, { type: 'ClassDeclaration' | 'ClassExpression' }>;
  const followStatic = (node: ClassNode, [name, ...rest]: readonly string[]): FollowedValue => {
    for (const member of [...node.body.body].reverse()) {
      if (member.type === 'StaticBlock') return opaque;
      if (!member.static) continue;
      const key = staticName(member.key, member.computed);
      if (key === undefined && member.key.type !== 'PrivateIdentifier') return opaque;
      if (key !== name) continue;
      if (member.type === 'MethodDefinition' && member.kind !== 'method') return opaque;
      return member.value ? followNode(member.value, rest) : missing;
    }
    const isInherited = Boolean(node.superClass) || name === undefined || name in Function;
    return isInherited ? opaque : missing;
  };

  type ObjectNode = Extract<AnyNode, { type: 'ObjectExpression' }>;
  const followProperty = (node: ObjectNode, [name, ...rest]: readonly string[]): FollowedValue => {
    for (const property of [...node.properties].reverse()) {
      if (property.type === 'SpreadElement') return opaque;
      const key = staticName(property.key, property.computed);
      if (key === undefined) return opaque;
      if (key !== name) continue;
      return property.kind === 'init' ? followNode(property.value, rest) : opaque;
    }
    return name === undefined || name in {} ? opaque : missing;
  };

  return { followNode, followVariable, followAssigned };
}
