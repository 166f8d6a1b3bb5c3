import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { NameTable } from './name-table.js';
import { type SyntaxTree, staticName } from './syntax-tree.js';

/** An assignment to a member, such as `Solver.solve = …`, or to a name of the host. */
export interface Assignment {
  /** The variable of the program, or the name that it does not declare. */
  readonly root: Variable | string;
  /** The names of the members, from the root on; of none, when the root itself is assigned. */
  readonly members: readonly string[];
  readonly value: AnyNode;
}

/** Finds what a program assigns to members whose names are written out, the last one first. */
export function findAssignments({ nodes }: SyntaxTree, names: NameTable): readonly Assignment[] {
  const assignments: Assignment[] = [];
  for (const node of nodes) {
    if (node.type !== 'AssignmentExpression' || node.operator !== '=') continue;
    const members: string[] = [];
    let target: AnyNode = node.left;
    while (target.type === 'MemberExpression') {
      const name = staticName(target.property, target.computed);
      if (name === undefined) break;
      members.unshift(name);
      target = target.object;
    }
    if (target.type !== 'Identifier') continue;
    const root = names.variableOf(target) ?? target.name;
    if (typeof root !== 'string' && members.length === 0) continue;
    assignments.unshift({ root, members, value: node.right });
  }
  return assignments;
}
