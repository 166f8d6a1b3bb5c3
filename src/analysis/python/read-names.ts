import {
  type BracketedTokens,
  findOutside,
  pairBrackets,
  type Stretch,
  splitOutside,
} from './bracketed-tokens.js';
import type { NameSink } from './name-use.js';
import { createScope, define, type PythonScope } from './python-scope.js';
import { isMark, type PythonToken } from './python-token.js';
import type { PythonStatement } from './read-statements.js';
import { scanImport } from './scan-import.js';
import { annotate, scanExpression, scanParameters, scanTarget } from './scan-names.js';
import { scanPattern } from './scan-pattern.js';
import { variableUse } from './variable-use.js';

/** The names of a program. */
export interface PythonNames extends Readonly<NameSink> {
  /** The scope at its top. */
  readonly top: PythonScope;
}

/**
 * Finds out what every name of a program stands for.
 *
 * @throws RangeError when the program is nested more deeply than the stack of calls allows.
 */
export function readNames(statements: readonly PythonStatement[]): PythonNames {
  const sink: NameSink = { uses: new Map(), annotations: new Set(), starImports: new Map() };
  const top = createScope('module');
  scanBlock(statements, top, sink);
  return { ...sink, top };
}

function scanBlock(
  statements: readonly PythonStatement[],
  scope: PythonScope,
  sink: NameSink,
): void {
  // What is declared so is meant by every statement of the block, also by those before.
  for (const { tokens } of statements) declare(tokens, scope);
  for (const statement of statements) scanStatement(statement, scope, sink);
}

function declare([first, ...names]: readonly PythonToken[], scope: PythonScope): void {
  const isGlobal = isMark(first, 'global');
  if (!isGlobal && !isMark(first, 'nonlocal')) return;
  for (const { kind, text } of names) {
    if (kind === 'name') (isGlobal ? scope.globals : scope.nonlocals).add(text);
  }
}

function scanStatement(statement: PythonStatement, scope: PythonScope, sink: NameSink): void {
  const line = pairBrackets(statement.tokens);
  const end = line.tokens.length;
  const start = isMark(line.tokens[0], 'async') ? 1 : 0;
  const whole = { start: start + 1, end };
  const first = line.tokens[start];
  const word = first?.kind === 'keyword' || statement.body !== undefined ? first?.text : undefined;
  let inner = scope;
  switch (word) {
    case 'import':
    case 'from':
      scanImport(line, scope, sink);
      break;
    case 'global':
    case 'nonlocal':
      for (const [at, token] of line.tokens.entries()) {
        if (token.kind === 'name') sink.uses.set(token, variableUse(line, at, scope, 'read'));
      }
      break;
    case 'del':
      scanTarget(line, whole, scope, sink);
      break;
    case 'def':
      inner = scanFunction(statement, line, start + 1, scope, sink);
      break;
    case 'class':
      inner = scanClass(line, scope, sink);
      break;
    case 'for': {
      const middle = findOutside(line, whole, (token) => isMark(token, 'in')) ?? end;
      scanExpression(line, { start: middle + 1, end }, scope, sink);
      scanTarget(line, { start: start + 1, end: middle }, scope, sink);
      break;
    }
    case 'with':
    case 'except':
      scanAliases(line, whole, scope, sink);
      break;
    case 'case':
      scanPattern(line, whole, scope, sink);
      break;
    case undefined:
      scanSimple(line, scope, sink);
      break;
    default:
      scanExpression(line, whole, scope, sink);
  }
  if (statement.body !== undefined) scanBlock(statement.body, inner, sink);
}

const augmentation = /^(?:\*\*|\/\/|>>|<<|[-+*/%&|^@])=$/;

/** Scans an assignment, or an expression alone. */
function scanSimple(line: BracketedTokens, scope: PythonScope, sink: NameSink): void {
  const whole = { start: 0, end: line.tokens.length };
  const parts = splitOutside(line, whole, '=');
  const [target = whole] = parts;
  const value = parts.at(-1) ?? whole;
  const [first, second] = line.tokens;
  if (first?.text === 'type' && second?.kind === 'name') {
    define(scope, second.text, { kind: 'assignment', token: second });
    sink.uses.set(second, variableUse(line, 1, scope, 'write'));
    annotate(line, { start: 2, end: whole.end }, scope, sink);
    return;
  }
  const colon = findOutside(line, target, (token) => isMark(token, ':'));
  if (colon !== undefined) {
    annotate(line, { start: colon, end: target.end }, scope, sink);
    if (parts.length > 1) scanExpression(line, value, scope, sink);
    scanTarget(line, { start: 0, end: colon }, scope, sink);
    return;
  }
  const operator = findOutside(line, whole, ({ text }) => augmentation.test(text));
  if (operator !== undefined) {
    scanExpression(line, { start: operator + 1, end: whole.end }, scope, sink);
    scanTarget(line, { start: 0, end: operator }, scope, sink, 'update');
    return;
  }
  scanExpression(line, value, scope, sink);
  for (const part of parts.slice(0, -1)) scanTarget(line, part, scope, sink);
}

function scanFunction(
  statement: PythonStatement,
  line: BracketedTokens,
  at: number,
  scope: PythonScope,
  sink: NameSink,
): PythonScope {
  const inner = createScope('function', scope);
  const token = line.tokens[at];
  const end = line.tokens.length;
  const open = findOutside(line, { start: at, end }, (each) => isMark(each, '(')) ?? end;
  const close = line.closing.get(open) ?? end;
  // Names of types that the function is generic in.
  scanTarget(line, { start: at + 2, end: open - 1 }, inner, sink);
  const parameters = scanParameters(line, { start: open + 1, end: close }, inner, sink);
  annotate(line, { start: close + 1, end }, scope, sink);
  if (token?.kind === 'name') {
    define(scope, token.text, { kind: 'function', statement, parameters, scope: inner, token });
    sink.uses.set(token, variableUse(line, at, scope, 'write'));
  }
  return inner;
}

function scanClass(line: BracketedTokens, scope: PythonScope, sink: NameSink): PythonScope {
  const inner = createScope('class', scope);
  const token = line.tokens[1];
  scanExpression(line, { start: 2, end: line.tokens.length }, scope, sink);
  if (token?.kind === 'name') {
    define(scope, token.text, { kind: 'class', scope: inner, token });
    sink.uses.set(token, variableUse(line, 1, scope, 'write'));
  }
  return inner;
}

/** Scans `with open(a) as b, (c) as d` and `except E as f`, also in brackets around all of it. */
function scanAliases(
  line: BracketedTokens,
  { start, end }: Stretch,
  scope: PythonScope,
  sink: NameSink,
): void {
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isMark(line.tokens[at], 'as')) continue;
    scanExpression(line, { start: from, end: at }, scope, sink);
    let after = at + 1;
    const endsTarget = [',', ')', ':'];
    while (after < end && !endsTarget.some((mark) => isMark(line.tokens[after], mark))) {
      after = (line.closing.get(after) ?? after) + 1;
    }
    scanTarget(line, { start: at + 1, end: after }, scope, sink);
    from = after;
    at = after;
  }
  scanExpression(line, { start: from, end }, scope, sink);
}
