import type { BracketedTokens } from './bracketed-tokens.js';
import type { VariableUse } from './name-use.js';
import type { PythonScope } from './python-scope.js';
import { isMark } from './python-token.js';

/** Describes the use of a variable. */
export function variableUse(
  { tokens, closing }: BracketedTokens,
  at: number,
  scope: PythonScope,
  manner: VariableUse['manner'],
): VariableUse {
  const members: string[] = [];
  let next = at + 1;
  while (isMark(tokens[next], '.') && tokens[next + 1]?.kind === 'name') {
    members.push(tokens[next + 1]?.text ?? '');
    next += 2;
  }
  const isCalled = isMark(tokens[next], '(');
  const hasArguments = isCalled && closing.get(next) !== next + 1;
  return { role: 'variable', scope, manner, members, isCalled, hasArguments };
}
