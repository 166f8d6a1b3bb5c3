import { type BracketedTokens, findOutside, type Stretch } from './bracketed-tokens.js';
import type { NameSink } from './name-use.js';
import { define, type PythonScope } from './python-scope.js';
import { isMark } from './python-token.js';
import { scanExpression } from './scan-names.js';
import { variableUse } from './variable-use.js';

/** Finds out what the names of `case` stand for: those that are alone take what is there. */
export function scanPattern(
  line: BracketedTokens,
  { start, end }: Stretch,
  scope: PythonScope,
  sink: NameSink,
): void {
  const { tokens } = line;
  const guard = findOutside(line, { start, end }, (token) => isMark(token, 'if')) ?? end;
  for (let at = start; at < guard; at++) {
    const token = tokens[at];
    if (token?.kind !== 'name' || token.text === '_') continue;
    const isBase = ['.', '('].some((mark) => isMark(tokens[at + 1], mark));
    if (isMark(tokens[at - 1], '.')) {
      sink.uses.set(token, { role: 'attribute', isAssigned: false });
    } else if (isMark(tokens[at + 1], '=')) {
      sink.uses.set(token, { role: 'argument' });
    } else if (isBase) {
      sink.uses.set(token, variableUse(line, at, scope, 'read'));
    } else {
      define(scope, token.text, { kind: 'assignment', token });
      sink.uses.set(token, variableUse(line, at, scope, 'write'));
    }
  }
  scanExpression(line, { start: guard, end }, scope, sink);
}
