import { pythonNumberToken } from '../../values/python-literals/python-number-token.js';
import { scanPythonString } from '../../values/python-literals/scan-python-string.js';
import { readFormatText } from './format-text.js';
import { type BracketMode, closers, type FormatMode, type Mode } from './python-modes.js';
import type { PythonSyntaxProblem, PythonToken, PythonTokenKind } from './python-token.js';

/** Python source as tokens. */
export interface PythonTokens {
  /** In their order; between them are only spaces, ends of lines and joined lines. */
  readonly tokens: readonly PythonToken[];
  /** The first thing that is wrong with the text; absent when there is nothing. */
  readonly problem?: PythonSyntaxProblem | undefined;
}

const space = /(?:[ \t\f\uFEFF]|\\\n)+/y;
const comment = /#[^\n]*/y;
const name = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const stringStart = /([a-zA-Z]{0,2})("""|'''|"|')/y;
const stringPrefix = /^(?:r?[bf]?|[bf]r|u)$/i;
const conversion = /![rsa](?=[}:])/y;
const operator =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|!=|->|:=|==|<=|>=|[-+*/%&|^@]=|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>=()[\]{},:;.]/y;
/** So that a stray character is told once and not in halves. */
const anyCharacter = /[\s\S]/uy;
const restOfLine = /[^\n]*/y;

const keywords = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/**
 * Splits Python source into tokens. Formatted strings are split into their texts and the tokens of
 * their values, as CPython does from 3.12 on. Never throws.
 *
 * @param code - The source; its lines may end in any way.
 */
export function tokenizePython(code: string): PythonTokens {
  const text = code.replace(/\r\n?/g, '\n');
  const tokens: PythonToken[] = [];
  const modes: Mode[] = [];
  let problem: PythonSyntaxProblem | undefined;
  let [at, line, column] = [0, 1, 0];
  let isLineEmpty = true;

  const complain = (reason: string, where = line): void => {
    problem ??= { reason, line: where };
  };
  const advance = (part: string): void => {
    at += part.length;
    for (const character of part) {
      if (character === '\n') [line, column] = [line + 1, 0];
      else column = character === '\t' ? column - (column % 8) + 8 : column + 1;
    }
  };
  const push = (kind: PythonTokenKind, part: string): void => {
    tokens.push({ kind, text: part, start: at, line, column });
    advance(part);
    if (kind !== 'comment') isLineEmpty = kind === 'newline';
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };

  const readString = (): boolean => {
    stringStart.lastIndex = at;
    const [start, prefix = '', quotes = ''] = stringStart.exec(text) ?? [];
    if (start === undefined || !stringPrefix.test(prefix)) return false;
    if (/f/i.test(prefix)) {
      modes.push({ type: 'format', quotes, isRaw: /r/i.test(prefix), line });
      push('format-start', start);
      return true;
    }
    const string = scanPythonString(text, at + prefix.length);
    if (string === undefined) complain('a string that does not end');
    const end = quotes.length === 3 ? text.length : at + (match(restOfLine) ?? '').length;
    push('string', text.slice(at, string?.end ?? end));
    return true;
  };

  const readFormat = (mode: FormatMode): void => {
    const found = readFormatText(text, at, mode);
    if (found.text !== '') push('format-text', found.text);
    const next = text[at];
    if (found.next === 'field') {
      modes.push({ type: 'bracket', open: '{', isField: true, line });
      push('operator', '{');
    } else if (found.next === 'end' && !mode.isSpecification) {
      modes.pop();
      push('format-end', mode.quotes);
    } else if (mode.isSpecification && next === '}') {
      // What the specification belongs to ends as well.
      modes.splice(-2);
      push('operator', '}');
    } else if (next === '}') {
      complain('a } alone in a formatted string');
      push('format-text', '}');
    } else {
      complain('a string that does not end', mode.line);
      while (modes.pop()?.type === 'bracket' || modes.length > 0);
    }
  };

  const readInField = (mode: BracketMode): boolean => {
    const part = match(conversion);
    if (part !== undefined) push('conversion', part);
    if (part !== undefined || text[at] !== ':') return part !== undefined;
    push('operator', ':');
    const format = modes.findLast((each): each is FormatMode => each.type === 'format');
    const quotes = format?.quotes ?? '"';
    modes.push({ type: 'format', quotes, isRaw: true, line: mode.line, isSpecification: true });
    return true;
  };

  const readBracket = (part: string): void => {
    if ('([{'.includes(part)) {
      modes.push({ type: 'bracket', open: part, line });
    } else if (')]}'.includes(part)) {
      const mode = modes.at(-1);
      if (mode?.type === 'bracket' && closers[mode.open] === part) modes.pop();
      else complain(`a ${part} that closes nothing`);
    }
    push('operator', part);
  };

  while (at < text.length) {
    const mode = modes.at(-1);
    if (mode?.type === 'format') {
      readFormat(mode);
      continue;
    }
    const gap = match(space);
    if (gap !== undefined) {
      advance(gap);
      continue;
    }
    if (text[at] === '\n') {
      if (mode === undefined && !isLineEmpty) push('newline', '\n');
      else advance('\n');
      continue;
    }
    const remark = match(comment);
    if (remark !== undefined) {
      push('comment', remark);
      continue;
    }
    if (readString() || (mode?.isField && readInField(mode))) continue;
    const word = match(name);
    const number = word === undefined ? match(pythonNumberToken) : undefined;
    const sign = word === undefined && number === undefined ? match(operator) : undefined;
    if (word !== undefined) push(keywords.has(word) ? 'keyword' : 'name', word);
    else if (number !== undefined) push('number', number);
    else if (sign !== undefined) readBracket(sign);
    else {
      const stranger = match(anyCharacter) ?? '';
      complain(`the character ${JSON.stringify(stranger)}`);
      push('unknown', stranger);
    }
  }
  const open = modes.at(-1);
  if (open?.type === 'format') complain('a string that does not end', open.line);
  if (open?.type === 'bracket') complain(`a ${open.open} that is never closed`, open.line);
  return { tokens, problem };
}
