import {
  isClosing,
  isMark,
  isOpening,
  type PythonSyntaxProblem,
  type PythonToken,
} from './python-token.js';
import { tokenizePython } from './tokenize-python.js';

/** A statement of a Python program. */
export interface PythonStatement {
  /** Its tokens, without those of its block, the colon before that, and comments. */
  readonly tokens: readonly PythonToken[];
  /** The statements in its block; absent when it has none. */
  readonly body?: readonly PythonStatement[] | undefined;
}

/** A Python program as statements. */
export type PythonProgram =
  | { readonly status: 'read'; readonly statements: readonly PythonStatement[] }
  | { readonly status: 'failed'; readonly problem: PythonSyntaxProblem };

/** A line of source, or several that are joined. */
interface Line {
  readonly tokens: readonly PythonToken[];
  readonly column: number;
}

const blockWords = new Set(
  'if elif else for while try except finally with def class async'.split(' '),
);
/** They begin a block only where they do. */
const softBlockWords = new Set(['match', 'case']);

/**
 * Splits Python source into statements and their blocks, however they are laid out. Of their
 * grammar nothing else is looked at. Never throws.
 */
export function readStatements(code: string): PythonProgram {
  const { tokens, problem } = tokenizePython(code);
  if (problem !== undefined) return { status: 'failed', problem };
  const fail = (reason: string, line: number): PythonProgram => {
    return { status: 'failed', problem: { reason, line } };
  };
  const top: PythonStatement[] = [];
  const blocks: { readonly column: number; readonly into: PythonStatement[] }[] = [
    { column: 0, into: top },
  ];
  let opened: PythonStatement[] | undefined;
  let lastLine = 1;
  for (const { tokens: line, column } of splitLines(tokens)) {
    const number = line[0]?.line ?? lastLine;
    let block = blocks.at(-1);
    if (opened !== undefined) {
      if (column <= (block?.column ?? 0)) return fail('a block without statements', lastLine);
      block = { column, into: opened };
      blocks.push(block);
      opened = undefined;
    } else if (column > (block?.column ?? 0)) {
      return fail('a line that is indented without a reason', number);
    }
    while (column < (blocks.at(-1)?.column ?? 0)) blocks.pop();
    block = blocks.at(-1);
    if (block?.column !== column) return fail('a line that is indented like no other', number);
    opened = addLine(line, block.into);
    lastLine = number;
    const statement = block.into.at(-1);
    if (statement?.body === undefined && blockWords.has(statement?.tokens[0]?.text ?? '')) {
      return fail('a statement without its colon', number);
    }
  }
  if (opened !== undefined) return fail('a block without statements', lastLine);
  return { status: 'read', statements: top };
}

function* splitLines(tokens: readonly PythonToken[]): Generator<Line> {
  let line: PythonToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'comment') continue;
    if (token.kind !== 'newline') line.push(token);
    else if (line.length > 0) {
      yield { tokens: line, column: line[0]?.column ?? 0 };
      line = [];
    }
  }
  if (line.length > 0) yield { tokens: line, column: line[0]?.column ?? 0 };
}

/** Adds the statements of a line, and returns the block that it leaves open. */
function addLine(
  line: readonly PythonToken[],
  into: PythonStatement[],
): PythonStatement[] | undefined {
  const colon = findBlockColon(line);
  if (colon === undefined) {
    into.push(...splitAtSemicolons(line));
    return undefined;
  }
  const body: PythonStatement[] = [];
  into.push({ tokens: line.slice(0, colon), body });
  // What follows in the same line opens no further block.
  body.push(...splitAtSemicolons(line.slice(colon + 1)));
  return body.length === 0 ? body : undefined;
}

/** The colon that a block comes after: the first one outside of brackets that ends no `lambda`. */
function findBlockColon(line: readonly PythonToken[]): number | undefined {
  const [first] = line;
  if (first === undefined) return undefined;
  const isSoft = first.kind === 'name' && softBlockWords.has(first.text);
  if (!isSoft && !(first.kind === 'keyword' && blockWords.has(first.text))) return undefined;
  // What follows tells `match x:` from `match: int` and from `match(x)`.
  if (isSoft && (isMark(line[1], ':') || isMark(line[1], '=') || isMark(line[1], '.'))) {
    return undefined;
  }
  let level = 0;
  let lambdas = 0;
  for (const [index, token] of line.entries()) {
    if (isOpening(token)) level++;
    else if (isClosing(token)) level--;
    else if (level > 0) continue;
    else if (isMark(token, 'lambda')) lambdas++;
    else if (isMark(token, ':') && lambdas > 0) lambdas--;
    else if (isMark(token, ':')) return index;
    // An assignment to something named `match` or `case`.
    else if (isSoft && isMark(token, '=')) return undefined;
  }
  return undefined;
}

function splitAtSemicolons(line: readonly PythonToken[]): readonly PythonStatement[] {
  const statements: PythonStatement[] = [];
  let start = 0;
  for (const [index, token] of line.entries()) {
    if (!isMark(token, ';')) continue;
    if (index > start) statements.push({ tokens: line.slice(start, index) });
    start = index + 1;
  }
  if (start < line.length) statements.push({ tokens: line.slice(start) });
  return statements;
}
