import {
  type BracketedTokens,
  findOutside,
  indexAfter,
  type Stretch,
  splitOutside,
} from './bracketed-tokens.js';
import type { NameSink } from './name-use.js';
import { createScope, define, type PythonParameter, type PythonScope } from './python-scope.js';
import { endsOperand, isMark, isOpening, type PythonToken } from './python-token.js';
import { variableUse } from './variable-use.js';

/** Finds out what the names in an expression stand for. */
export function scanExpression(
  line: BracketedTokens,
  { start, end }: Stretch,
  scope: PythonScope,
  sink: NameSink,
): void {
  const { tokens } = line;
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    if (token === undefined) return;
    if (isMark(token, 'lambda')) {
      at = scanLambda(line, { start: at, end }, scope, sink) - 1;
    } else if (isOpening(token) && line.comprehensions.has(at)) {
      const close = line.closing.get(at) ?? end;
      scanComprehension(line, { start: at + 1, end: close }, scope, sink);
      at = close;
    } else if (token.kind === 'name') {
      scanName(line, at, scope, sink);
    }
  }
}

function scanName(line: BracketedTokens, at: number, scope: PythonScope, sink: NameSink): void {
  const { tokens } = line;
  const token = tokens[at] as PythonToken;
  if (isMark(tokens[at - 1], '.')) {
    sink.uses.set(token, { role: 'attribute', isAssigned: false });
  } else if (isArgumentName(line, at)) {
    sink.uses.set(token, { role: 'argument', callee: calleeAround(line, at) });
  } else if (isMark(tokens[at + 1], ':=')) {
    let owner = scope;
    while (owner.kind === 'comprehension' && owner.parent !== undefined) owner = owner.parent;
    define(owner, token.text, { kind: 'assignment', token });
    sink.uses.set(token, variableUse(line, at, owner, 'write'));
  } else {
    sink.uses.set(token, variableUse(line, at, scope, 'read'));
  }
}

/** Whether a name is that of an argument, as `key` in `sorted(list, key=len)`. */
function isArgumentName({ tokens }: BracketedTokens, at: number): boolean {
  if (!isMark(tokens[at + 1], '=')) return false;
  return isMark(tokens[at - 1], '(') || isMark(tokens[at - 1], ',');
}

function calleeAround({ tokens, enclosing }: BracketedTokens, at: number): PythonToken | undefined {
  const before = tokens[(enclosing[at] ?? 0) - 1];
  return before?.kind === 'name' ? before : undefined;
}

/** Scans a lambda and returns the index after it. */
function scanLambda(
  line: BracketedTokens,
  { start, end }: Stretch,
  scope: PythonScope,
  sink: NameSink,
): number {
  const body = Math.min(indexAfter(line, start), end);
  const inner = createScope('lambda', scope);
  scanParameters(line, { start: start + 1, end: body - 1 }, inner, sink);
  const after = findOutside(line, { start: body, end }, endsLambda) ?? end;
  scanExpression(line, { start: body, end: after }, inner, sink);
  return after;
}

function endsLambda(token: PythonToken): boolean {
  return [',', ':', '=', 'for', 'async', ')', ']', '}', '!'].some((mark) => isMark(token, mark));
}

function scanComprehension(
  line: BracketedTokens,
  stretch: Stretch,
  scope: PythonScope,
  sink: NameSink,
): void {
  const inner = createScope('comprehension', scope);
  const [element, ...clauses] = splitOutside(line, stretch, 'for');
  for (const [index, clause] of clauses.entries()) {
    const middle = findOutside(line, clause, (token) => isMark(token, 'in')) ?? clause.end;
    scanTarget(line, { start: clause.start, end: middle }, inner, sink);
    const rest = { start: middle + 1, end: clause.end };
    const condition = findOutside(line, rest, (token) => isMark(token, 'if')) ?? clause.end;
    // Only what is looped over first belongs to the scope around.
    const source = { start: middle + 1, end: condition };
    scanExpression(line, source, index === 0 ? scope : inner, sink);
    scanExpression(line, { start: condition, end: clause.end }, inner, sink);
  }
  if (element !== undefined) scanExpression(line, element, inner, sink);
}

/** Finds out what the names stand for in what is assigned to, as `a, (b[i], *c.d)`. */
export function scanTarget(
  line: BracketedTokens,
  { start, end }: Stretch,
  scope: PythonScope,
  sink: NameSink,
  manner: 'write' | 'update' = 'write',
): void {
  const { tokens, closing } = line;
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    if (token === undefined) return;
    if (isOpening(token) && endsOperand(tokens[at - 1])) {
      const close = closing.get(at) ?? end;
      scanExpression(line, { start: at, end: close + 1 }, scope, sink);
      at = close;
    } else if (token.kind === 'name') {
      const next = tokens[at + 1];
      const isBase = ['.', '[', '('].some((mark) => at + 1 < end && isMark(next, mark));
      if (isMark(tokens[at - 1], '.')) {
        sink.uses.set(token, { role: 'attribute', isAssigned: !isBase });
      } else if (isBase) {
        sink.uses.set(token, variableUse(line, at, scope, 'change'));
      } else {
        define(scope, token.text, { kind: 'assignment', token });
        sink.uses.set(token, variableUse(line, at, scope, manner));
      }
    }
  }
}

/**
 * Reads the parameters of a function or lambda and makes them variables of its scope.
 *
 * @param scope - That of the function; types and defaults belong to the one around it.
 */
export function scanParameters(
  line: BracketedTokens,
  stretch: Stretch,
  scope: PythonScope,
  sink: NameSink,
): readonly PythonParameter[] {
  const outer = scope.parent ?? scope;
  const parameters: PythonParameter[] = [];
  let isNamedOnly = false;
  for (const { start, end } of splitOutside(line, stretch, ',')) {
    const stars = ['*', '**'].find((mark) => isMark(line.tokens[start], mark)) as
      | '*'
      | '**'
      | undefined;
    const at = stars === undefined ? start : start + 1;
    const token = at < end ? line.tokens[at] : undefined;
    const rest = { start: at + 1, end };
    const equals = findOutside(line, rest, (each) => isMark(each, '='));
    if (token?.kind === 'name') {
      define(scope, token.text, { kind: 'parameter', token });
      sink.uses.set(token, variableUse(line, at, scope, 'write'));
      parameters.push({
        ...{ name: token.text, token, kind: stars ?? 'one', isNamedOnly },
        hasDefault: equals !== undefined,
      });
    }
    if (stars === '*') isNamedOnly = true;
    if (isMark(line.tokens[at + 1], ':')) {
      annotate(line, { start: at + 1, end: equals ?? end }, outer, sink);
    }
    if (equals !== undefined) scanExpression(line, { start: equals + 1, end }, outer, sink);
  }
  return parameters;
}

/** Notes that a stretch says of which type something is; its names are read nevertheless. */
export function annotate(
  line: BracketedTokens,
  stretch: Stretch,
  scope: PythonScope,
  sink: NameSink,
): void {
  for (const token of line.tokens.slice(stretch.start, stretch.end)) sink.annotations.add(token);
  scanExpression(line, stretch, scope, sink);
}
