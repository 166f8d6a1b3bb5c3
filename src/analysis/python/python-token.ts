/** What a token of Python source is. */
export type PythonTokenKind =
  | 'name'
  | 'keyword'
  | 'number'
  /** Text or bytes with prefix and quotes, unless it is a formatted one. */
  | 'string'
  /** Prefix and opening quotes of a formatted string. */
  | 'format-start'
  /** Text of a formatted string, or of how a value in it is to be written. */
  | 'format-text'
  /** `!r`, `!s` or `!a` in a formatted string. */
  | 'conversion'
  | 'format-end'
  | 'operator'
  | 'comment'
  /** The end of a statement's line. */
  | 'newline'
  /** What Python has no use for. */
  | 'unknown';

/** A token of Python source. */
export interface PythonToken {
  readonly kind: PythonTokenKind;
  readonly text: string;
  /** Where it starts. */
  readonly start: number;
  /** Its line, counted from 1. */
  readonly line: number;
  /** How far to the right it starts in its line, with tabs that reach to multiples of 8. */
  readonly column: number;
}

/** What keeps a text from being Python. */
export interface PythonSyntaxProblem {
  /** Such as `a string that does not end`. */
  readonly reason: string;
  readonly line: number;
}

/** Says whether a token is an operator or a keyword that is written so. */
export function isMark(token: PythonToken | undefined, text: string): boolean {
  return token?.text === text && (token.kind === 'operator' || token.kind === 'keyword');
}

/** Says whether a token opens a bracket. */
export function isOpening(token: PythonToken): boolean {
  return token.kind === 'operator' && /^[([{]$/.test(token.text);
}

/** Says whether a token closes a bracket. */
export function isClosing(token: PythonToken): boolean {
  return token.kind === 'operator' && /^[)\]}]$/.test(token.text);
}

const constants = ['True', 'False', 'None', '...'];

/** Says whether an operand ends with this token, so that brackets after it call or subscript it. */
export function endsOperand(token: PythonToken | undefined): boolean {
  if (token === undefined) return false;
  if (['name', 'number', 'string', 'format-end'].includes(token.kind)) return true;
  return isClosing(token) || constants.some((mark) => isMark(token, mark));
}
