import { type NameKind, nameToken } from '../name-tokens.js';
import { pairBrackets } from './bracketed-tokens.js';
import { joinBranches } from './join-branches.js';
import { numberToken, readFormatText, readString } from './literal-tokens.js';
import type { NameUse } from './name-use.js';
import { classScopes, findOwnMembers, findParameter } from './own-members.js';
import { moduleOf, type PythonVariable, resolveName } from './python-scope.js';
import { isMark, type PythonToken } from './python-token.js';
import { readNames } from './read-names.js';
import type { PythonStatement } from './read-statements.js';
import { readImport } from './scan-import.js';
import { spareTokens } from './spare-tokens.js';

/** Modules that only have names for types, or change how the language is read. */
const typeModules = new Set(['typing', '__future__']);

/**
 * Writes a Python program as tokens that only tell what it does and how it is built: see
 * `normalizeCode`.
 *
 * @param entrypoint - Name of the function that is called: which one it is comes last.
 * @throws RangeError when the program is nested more deeply than the stack of calls allows.
 */
export function programTokens(
  statements: readonly PythonStatement[],
  entrypoint?: string,
): string[] {
  const tokens: string[] = [];
  const names = readNames(statements);
  const members = findOwnMembers(names);
  const classes = classScopes(names.top, names.uses);
  const numbers = { variable: new Map<unknown, number>(), member: new Map<unknown, number>() };

  const writeBlock = (block: readonly PythonStatement[], isClass: boolean): void => {
    for (const statement of joinBranches(block.filter(hasEffect))) {
      if (!writeStatement(statement, isClass)) continue;
      tokens.push('\\n');
      if (statement.body === undefined) continue;
      tokens.push('\\>');
      writeBlock(statement.body, isMark(statement.tokens[0], 'class'));
      tokens.push('\\<');
    }
  };

  /** Writes a statement without its block, and returns whether there was anything to write. */
  const writeStatement = ({ tokens: line, body }: PythonStatement, isClass: boolean): boolean => {
    if (isMark(line[0], 'import') || isMark(line[0], 'from')) return writeImport(line);
    const spare = spareTokens(pairBrackets(line));
    const isField = isClass && body === undefined;
    const kept = line.filter((token) => {
      const isType = names.annotations.has(token) && !isField;
      return !isType && !spare.has(token);
    });
    // All that is left of a variable of which only the type is told.
    if (body === undefined && kept.length < line.length && isNameAlone(kept)) return false;
    writeTokens(kept);
    return true;
  };

  const writeImport = (line: readonly PythonToken[]): boolean => {
    const { module, names: imported, isStar } = readImport({ tokens: line });
    if (typeModules.has(module ?? imported[0]?.path[0]?.text ?? '')) return false;
    for (const [index, { path, alias }] of imported.entries()) {
      if (index > 0) tokens.push('\\n');
      const texts = path.map(({ text }) => text);
      tokens.push('import', JSON.stringify(module ?? ''), JSON.stringify(texts.join('.')));
      if (alias !== undefined && texts.length > 1) tokens.push('as');
      const token = alias ?? path[0];
      const use = token && names.uses.get(token);
      if (use !== undefined) tokens.push(nameOf(token as PythonToken, use));
    }
    if (isStar) tokens.push('import', JSON.stringify(module ?? ''), '*');
    return true;
  };

  const writeTokens = (line: readonly PythonToken[]): void => {
    // What the attributes belong to that come next, when that is not the program's own.
    let isForeign = false;
    for (let at = 0; at < line.length; at++) {
      const token = line[at] as PythonToken;
      const use = names.uses.get(token);
      if (use?.role === 'attribute') {
        // Instead of the dot.
        tokens.pop();
        tokens.push(isForeign ? `.${token.text}` : memberToken(token.text));
      } else if (use !== undefined) {
        tokens.push(nameOf(token, use));
        isForeign = use.role === 'variable' && isFromOutside(token, use);
      } else if (token.kind === 'string' || token.kind === 'format-start') {
        at = writeStrings(line, at) - 1;
        isForeign = false;
      } else {
        tokens.push(plainToken(token));
        isForeign &&= isMark(token, '.');
      }
    }
  };

  /** Writes the strings that stand side by side as one, and returns the index after them. */
  const writeStrings = (line: readonly PythonToken[], start: number): number => {
    let text: string | undefined;
    let at = start;
    const endText = (): void => {
      if (text !== undefined) tokens.push(JSON.stringify(text));
      text = undefined;
    };
    for (; at < line.length; at++) {
      const token = line[at] as PythonToken;
      if (token.kind === 'string') {
        const { isBytes, value } = readString(token);
        if (isBytes) {
          endText();
          tokens.push('bytes');
        }
        text = (text ?? '') + value;
      } else if (token.kind === 'format-start') {
        text ??= '';
        at = writeFormat(
          line,
          at,
          (part) => {
            text = (text ?? '') + part;
          },
          endText,
        );
      } else break;
    }
    endText();
    return at;
  };

  /** Writes the values of a formatted string, and returns the index of its end. */
  const writeFormat = (
    line: readonly PythonToken[],
    start: number,
    addText: (text: string) => void,
    endText: () => void,
  ): number => {
    let at = start + 1;
    while (at < line.length && line[at]?.kind !== 'format-end') {
      const token = line[at] as PythonToken;
      if (token.kind === 'format-text') {
        addText(readFormatText(token, line[start] as PythonToken));
        at++;
        continue;
      }
      const close = closingBrace(line, at);
      const { source, value } = readValue(line.slice(at + 1, close));
      addText(source);
      endText();
      tokens.push('f{');
      writeTokens(value);
      tokens.push('f}');
      at = close + 1;
    }
    return at;
  };

  const nameOf = ({ text }: PythonToken, use: NameUse): string => {
    if (use.role === 'variable') {
      const variable = resolveName(use.scope, text);
      return variable === undefined ? text : variableToken(variable);
    }
    return use.role === 'argument' ? argumentToken(text, use.callee) : text;
  };

  const variableToken = (variable: PythonVariable): string => {
    const { name, scope, definitions } = variable;
    if (scope.kind === 'class') return memberToken(name);
    const [first] = definitions;
    // Names of types stay: their import leaves no trace.
    if (first?.kind === 'import' && typeModules.has(first.path[0] ?? '')) {
      return first.path.at(-1) ?? name;
    }
    return renamed('variable', variable);
  };

  /** The name that an argument is given by: that of a parameter of the program's own, or not. */
  const argumentToken = (name: string, callee: PythonToken | undefined): string => {
    const use = callee && names.uses.get(callee);
    const candidates =
      use?.role === 'variable'
        ? [resolveName(use.scope, callee?.text ?? '')]
        : [...classes].map(({ variables }) => variables.get(callee?.text ?? ''));
    for (const candidate of candidates) {
      const parameter = candidate && findParameter(candidate, name);
      if (parameter !== undefined) return renamed('variable', parameter);
    }
    const isField = candidates.some((each) => each?.definitions[0]?.kind === 'class');
    return isField ? memberToken(name) : name;
  };

  const memberToken = (name: string): string => {
    return members.has(name) ? renamed('member', name) : `.${name}`;
  };

  const isFromOutside = (
    { text }: PythonToken,
    { scope }: Extract<NameUse, { role: 'variable' }>,
  ) => {
    const variable = resolveName(scope, text);
    return variable === undefined || variable.definitions.every(({ kind }) => kind === 'import');
  };

  const renamed = (kind: Extract<NameKind, 'variable' | 'member'>, key: unknown): string => {
    const known = numbers[kind];
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return nameToken(kind, number);
  };

  const writeEntrypoint = (path: string): void => {
    const [name = '', ...rest] = path.split('.');
    const variable = moduleOf(names.top).variables.get(name);
    tokens.push('Entrypoint:', variable === undefined ? name : variableToken(variable));
    tokens.push(...rest.map(memberToken));
  };

  writeBlock(statements, false);
  if (entrypoint !== undefined) writeEntrypoint(entrypoint);
  return tokens;
}

function plainToken({ kind, text }: PythonToken): string {
  if (kind === 'number') return numberToken(text);
  return kind === 'format-text' ? JSON.stringify(text) : text;
}

/** Whether a statement is no declaration, docstring or one that only fills a block. */
function hasEffect({ tokens, body }: PythonStatement): boolean {
  const [first] = tokens;
  if (body !== undefined) return true;
  if (tokens.every(({ kind }) => kind === 'string')) return false;
  if (isMark(first, 'global') || isMark(first, 'nonlocal')) return false;
  return tokens.length > 1 || !(isMark(first, 'pass') || isMark(first, '...'));
}

function isNameAlone(line: readonly PythonToken[]): boolean {
  return line.every(({ kind, text }) => kind === 'name' || text === '.');
}

function closingBrace(line: readonly PythonToken[], open: number): number {
  let level = 0;
  for (let at = open; at < line.length; at++) {
    if (isMark(line[at], '{')) level++;
    if (isMark(line[at], '}') && --level === 0) return at;
  }
  return line.length;
}

/** Tells apart a value and its source, which is written before it when it is `a=` in `f'{a=}'`. */
function readValue(tokens: readonly PythonToken[]): {
  readonly source: string;
  readonly value: readonly PythonToken[];
} {
  const equals = tokens.findIndex((token, index) => {
    const next = tokens[index + 1];
    const isLast = next === undefined || next.kind === 'conversion' || isMark(next, ':');
    return isMark(token, '=') && isLast;
  });
  const sign = tokens[equals];
  if (sign === undefined) return { source: '', value: tokens };
  const written = tokens.slice(0, equals);
  const rest = tokens.slice(equals + 1);
  // Without another wish it is written as `repr` does.
  const conversion: PythonToken[] =
    rest.length === 0 ? [{ ...sign, kind: 'conversion', text: '!r' }] : [];
  const source = [...written, sign].map(({ text }) => text).join('');
  return { source, value: [...written, ...conversion, ...rest] };
}
