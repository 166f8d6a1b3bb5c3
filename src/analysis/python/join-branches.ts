import { isMark } from './python-token.js';
import type { PythonStatement } from './read-statements.js';

/** Writes `else:` with nothing but an `if` in it as `elif`, as which it is read by Python, too. */
export function joinBranches(block: readonly PythonStatement[]): readonly PythonStatement[] {
  const joined: PythonStatement[] = [];
  let isChoice = false;
  for (const statement of block) {
    const [first] = statement.tokens;
    if (!isMark(first, 'elif') && !isMark(first, 'else')) isChoice = isMark(first, 'if');
    const branches = isChoice && isMark(first, 'else') ? branchesOf(statement) : undefined;
    joined.push(...(branches ?? [statement]));
  }
  return joined;
}

function branchesOf({ body = [] }: PythonStatement): readonly PythonStatement[] | undefined {
  const [choice, ...rest] = body;
  const [first, ...condition] = choice?.tokens ?? [];
  if (first === undefined || !isMark(first, 'if')) return undefined;
  const isAll = rest.every(({ tokens }) => isMark(tokens[0], 'elif') || isMark(tokens[0], 'else'));
  if (!isAll) return undefined;
  return [
    { tokens: [{ ...first, text: 'elif' }, ...condition], body: choice?.body },
    ...joinBranches([{ tokens: [first], body: [] }, ...rest]).slice(1),
  ];
}
