import { isClosing, isMark, isOpening, type PythonToken } from './python-token.js';

/** The tokens of a statement, with what is known of their brackets. */
export interface BracketedTokens {
  readonly tokens: readonly PythonToken[];
  /** Where the bracket closes that opens here. */
  readonly closing: ReadonlyMap<number, number>;
  /** By token, where the innermost brackets open that it stands in. */
  readonly enclosing: readonly (number | undefined)[];
  /** Where brackets open that hold a comprehension. */
  readonly comprehensions: ReadonlySet<number>;
}

/** A stretch of a statement: the indices of its first token and of the one after its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Pairs the brackets among tokens. */
export function pairBrackets(tokens: readonly PythonToken[]): BracketedTokens {
  const closing = new Map<number, number>();
  const comprehensions = new Set<number>();
  const enclosing: (number | undefined)[] = [];
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    const innermost = open.at(-1);
    enclosing.push(innermost);
    if (isOpening(token)) open.push(index);
    else if (innermost === undefined) continue;
    else if (isMark(token, 'for')) comprehensions.add(innermost);
    else if (isClosing(token)) {
      closing.set(innermost, index);
      open.pop();
    }
  }
  return { tokens, closing, enclosing, comprehensions };
}

/** The index after the token at `index`, after the brackets that open there, or after the colon of a lambda. */
export function indexAfter({ tokens, closing }: BracketedTokens, index: number): number {
  if (!isMark(tokens[index], 'lambda')) return (closing.get(index) ?? index) + 1;
  let lambdas = 1;
  let at = index + 1;
  while (at < tokens.length && lambdas > 0) {
    if (isMark(tokens[at], 'lambda')) lambdas++;
    if (isMark(tokens[at], ':')) lambdas--;
    at = (closing.get(at) ?? at) + 1;
  }
  return at;
}

/** Finds a token outside of brackets and of the parameters of lambdas. */
export function findOutside(
  line: BracketedTokens,
  { start, end }: Stretch,
  test: (token: PythonToken) => boolean,
): number | undefined {
  for (let at = start; at < end; at = indexAfter(line, at)) {
    const token = line.tokens[at];
    if (token !== undefined && test(token)) return at;
  }
  return undefined;
}

/** Splits a stretch at the marks outside of brackets; what lies between two of them may be empty. */
export function splitOutside(
  line: BracketedTokens,
  { start, end }: Stretch,
  mark: string,
): readonly Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  for (;;) {
    const at = findOutside(line, { start: from, end }, (token) => isMark(token, mark));
    parts.push({ start: from, end: at ?? end });
    if (at === undefined) return parts;
    from = at + 1;
  }
}
