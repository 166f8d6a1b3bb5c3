import type { AnyNode, Program } from 'acorn';

/** A program's syntax, from the top down and from the bottom up. */
export interface SyntaxTree {
  /** All nodes, each before those inside of it. */
  readonly nodes: readonly AnyNode[];
  readonly parents: ReadonlyMap<AnyNode, AnyNode>;
}

/** Lists the nodes of a program. Not recursive: code may be nested deeper than the stack allows. */
export function readSyntaxTree(program: Program): SyntaxTree {
  const nodes: AnyNode[] = [];
  const parents = new Map<AnyNode, AnyNode>();
  const waiting: AnyNode[] = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    const children = childrenOf(node);
    for (const child of children) parents.set(child, node);
    waiting.push(...children.reverse());
  }
  return { nodes, parents };
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The line that a node begins in, counted from 1. */
export function lineOf(node: AnyNode): number {
  return node.loc?.start.line ?? 1;
}

/**
 * The name that a key or a member has whatever the program does: that of `a.name`, `a['name']`
 * and `{ name: … }`.
 */
export function staticName(key: AnyNode, isComputed: boolean): string | undefined {
  if (key.type === 'Identifier') return isComputed ? undefined : key.name;
  return staticText(key);
}

/** The text that an expression has whatever the program does. */
export function staticText(node: AnyNode): string | undefined {
  if (node.type === 'Literal') {
    return typeof node.value === 'string' || typeof node.value === 'number'
      ? String(node.value)
      : undefined;
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}
