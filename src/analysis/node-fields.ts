/** The kinds of node whose plain writing is enough, and their fields in the order of writing. */
const table = `
ArrayExpression elements
ArrayPattern elements
ArrowFunctionExpression async params body
AssignmentExpression operator left right
AssignmentPattern left right
AwaitExpression argument
BinaryExpression operator left right
BlockStatement body
CallExpression optional callee arguments
CatchClause param body
ChainExpression expression
ClassBody body
ClassDeclaration id superClass body
ClassExpression id superClass body
ConditionalExpression test consequent alternate
DebuggerStatement
DoWhileStatement body test
ExportAllDeclaration exported source
ExportNamedDeclaration specifiers source
ExportSpecifier local exported
ForInStatement left right body
ForOfStatement await left right body
ForStatement init test update body
FunctionDeclaration async generator id params body
FunctionExpression async generator id params body
ImportDeclaration specifiers source
ImportDefaultSpecifier local
ImportExpression source
ImportNamespaceSpecifier local
LogicalExpression operator left right
MetaProperty meta property
NewExpression callee arguments
ObjectExpression properties
ObjectPattern properties
RestElement argument
ReturnStatement argument
SequenceExpression expressions
SpreadElement argument
StaticBlock body
Super
SwitchCase test consequent
SwitchStatement discriminant cases
ThisExpression
ThrowStatement argument
TryStatement block handler finalizer
UnaryExpression operator argument
UpdateExpression operator prefix argument
VariableDeclaration kind declarations
VariableDeclarator id init
WhileStatement test body
YieldExpression delegate argument
`;

/** The fields of a node of the syntax tree that mean something, by its type. */
export const nodeFields: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([type = '', ...fields]) => [type, fields]),
);
