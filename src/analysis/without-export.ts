import type { AnyNode, Program } from 'acorn';

/** Stands for a statement that only exports what is declared elsewhere. */
const nothing = { type: 'EmptyStatement' } as AnyNode;

/**
 * Takes the export off a statement at the top of a program: leaves the declaration that is
 * exported, and an empty statement when names alone are.
 */
export function withoutExport(node: Program['body'][number]): AnyNode {
  switch (node.type) {
    case 'ExportNamedDeclaration':
      if (node.declaration != null) return node.declaration;
      return node.source == null ? nothing : node;
    case 'ExportDefaultDeclaration':
      return node.declaration.type === 'Identifier' ? nothing : node.declaration;
    case 'ExpressionStatement':
      return isNamesExport(node.expression) ? nothing : node;
    default:
      return node;
  }
}

/** Whether it is `module.exports = name`, `exports.name = name` or `module.exports = { name, … }`. */
function isNamesExport(node: AnyNode): boolean {
  return (
    node.type === 'AssignmentExpression' &&
    node.operator === '=' &&
    isExports(node.left) &&
    areNames(node.right)
  );
}

function isExports(node: AnyNode): boolean {
  if (node.type !== 'MemberExpression' || node.computed) return false;
  const { object, property } = node;
  const name = property.type === 'Identifier' ? property.name : undefined;
  if (object.type !== 'Identifier') return isExports(object);
  return object.name === 'exports' || (object.name === 'module' && name === 'exports');
}

function areNames(node: AnyNode): boolean {
  if (node.type === 'Identifier') return true;
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.every(
    (property) => property.type === 'Property' && property.value.type === 'Identifier',
  );
}
