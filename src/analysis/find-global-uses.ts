import type { AnyNode, CallExpression, Identifier, NewExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { NameTable } from './name-table.js';
import { lineOf, type SyntaxTree, staticName } from './syntax-tree.js';

/** What a program does with something that belongs to the language or the host. */
type UseManner =
  | 'called'
  | 'constructed'
  /** Asked for with `typeof`. */
  | 'asked'
  | 'compared'
  | 'assigned'
  /** Given a name, by a declaration or an assignment, whose uses are followed. */
  | 'named'
  /** A member is used whose name is not written out. */
  | 'indexed'
  /** Used as a value in any other way; what becomes of it is not known. */
  | 'passed-on';

/** One use of something that belongs to the language or the host. */
export interface GlobalUse {
  /** Its name, and those of the members that are written out: `Math.random` is two. */
  readonly path: readonly [string, ...string[]];
  readonly manner: UseManner;
  readonly line: number;
  /** The call, when it is called or constructed and not a tag. */
  readonly call?: CallExpression | NewExpression | undefined;
}

type Path = GlobalUse['path'];

/**
 * Finds what a program uses of the language and the host. Other names for it are followed one
 * step: after `const m = Math`, `m.random` is a use of `Math.random`.
 */
export function findGlobalUses({ parents }: SyntaxTree, names: NameTable): readonly GlobalUse[] {
  const uses: GlobalUse[] = [];

  const follow = (start: AnyNode, startPath: Path, isRenamed: boolean): void => {
    let node = start;
    let path = startPath;
    let parent = parents.get(node);
    while (parent?.type === 'ChainExpression' || isMemberOf(parent, node)) {
      if (parent.type === 'MemberExpression') {
        const name = staticName(parent.property, parent.computed);
        if (name === undefined) {
          uses.push({ path, manner: 'indexed', line: lineOf(node) });
          return;
        }
        path = [...path, name];
      }
      node = parent;
      parent = parents.get(node);
    }
    const target = boundBy(parent, node);
    if (target !== undefined) bind(target, path, isRenamed);
    else uses.push({ path, line: lineOf(start), ...mannerOf(parent, node) });
  };

  const bind = (target: AnyNode, path: Path, isRenamed: boolean): void => {
    const line = lineOf(target);
    if (target.type === 'AssignmentPattern') {
      bind(target.left, path, isRenamed);
    } else if (target.type === 'ObjectPattern') {
      for (const property of target.properties) {
        const name =
          property.type === 'Property' ? staticName(property.key, property.computed) : undefined;
        if (property.type === 'RestElement') uses.push({ path, manner: 'passed-on', line });
        else if (name === undefined) uses.push({ path, manner: 'indexed', line });
        else bind(property.value, [...path, name], isRenamed);
      }
    } else if (target.type === 'Identifier' && !isRenamed) {
      uses.push({ path, manner: 'named', line });
      const variable = names.variableOf(target);
      if (variable !== undefined) followVariable(variable, path);
    } else {
      uses.push({ path, manner: 'passed-on', line });
    }
  };

  const followVariable = (variable: Variable, path: Path): void => {
    for (const reference of names.referencesTo(variable)) {
      if (reference.isRead()) follow(reference.identifier as Identifier, path, true);
    }
  };

  for (const reference of names.free) {
    const identifier = reference.identifier as Identifier;
    const path: Path = [identifier.name];
    if (reference.isWrite()) uses.push({ path, manner: 'assigned', line: lineOf(identifier) });
    else follow(identifier, path, false);
  }
  return uses;
}

function isMemberOf(
  parent: AnyNode | undefined,
  node: AnyNode,
): parent is Extract<AnyNode, { type: 'MemberExpression' }> {
  return parent?.type === 'MemberExpression' && parent.object === node;
}

/** The pattern that takes a value, when the value is given a name. */
function boundBy(parent: AnyNode | undefined, node: AnyNode): AnyNode | undefined {
  if (parent?.type === 'VariableDeclarator') return parent.id;
  const isAssigned =
    parent?.type === 'AssignmentPattern' ||
    (parent?.type === 'AssignmentExpression' && /^(?:\?\?|\|\||&&)?=$/.test(parent.operator));
  return isAssigned && parent.right === node ? parent.left : undefined;
}

function mannerOf(parent: AnyNode | undefined, node: AnyNode): Pick<GlobalUse, 'manner' | 'call'> {
  switch (parent?.type) {
    case 'CallExpression':
      if (parent.callee === node) return { manner: 'called', call: parent };
      break;
    case 'NewExpression':
      if (parent.callee === node) return { manner: 'constructed', call: parent };
      break;
    case 'TaggedTemplateExpression':
      if (parent.tag === node) return { manner: 'called' };
      break;
    case 'UnaryExpression':
      if (parent.operator === 'typeof') return { manner: 'asked' };
      break;
    case 'BinaryExpression':
      if (parent.operator !== 'in') return { manner: 'compared' };
      break;
    case 'AssignmentExpression':
    case 'UpdateExpression':
      return { manner: 'assigned' };
    default:
  }
  return { manner: 'passed-on' };
}
