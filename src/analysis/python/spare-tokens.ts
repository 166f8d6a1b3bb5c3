import type { BracketedTokens } from './bracketed-tokens.js';
import {
  choicePower,
  mayFollow,
  mayPrecede,
  operandPower,
  readOperator,
} from './operator-powers.js';
import { endsOperand, isMark, isOpening, type PythonToken } from './python-token.js';

/** What stands in brackets, as far as it decides whether they are needed. */
interface BracketContent {
  commas: number;
  /** How strongly it holds together: the power of its weakest operator. */
  power: number;
  /** Whether it assigns or yields, which needs brackets in most places. */
  isAction: boolean;
}

/** After and before these an expression needs no brackets. */
const beforeExpression = new Set(
  'return yield = := except elif while assert del raise ( [ { , : from -> += -= *= /= //= %= **= @= &= |= ^= >>= <<='.split(
    ' ',
  ),
);
const afterExpression = new Set(') ] } , : = for async from as'.split(' '));
/** After these a tuple needs no brackets when the statement ends with it. */
const beforeTuple = new Set('return yield = += import'.split(' '));

/**
 * Finds the tokens of a statement without which it means the same: brackets that only say what
 * would be so without them, and the last comma of a list.
 */
export function spareTokens(line: BracketedTokens): ReadonlySet<PythonToken> {
  const { tokens, closing, comprehensions } = line;
  const contents = describeContents(line);
  const loopIns = findLoopIns(line);
  const spare = new Set<PythonToken>();
  /** The index of the next token that stays, seen from a place. */
  const skip = (from: number, step: 1 | -1): number => {
    let at = from + step;
    for (let token = tokens[at]; token !== undefined && spare.has(token); token = tokens[at]) {
      at += step;
    }
    return at;
  };
  for (const [open, close] of [...closing].sort(([a], [b]) => a - b)) {
    const [opening, closer, last] = [tokens[open], tokens[close], tokens[close - 1]];
    const content = contents.get(open);
    if (opening === undefined || closer === undefined || content === undefined) continue;
    const isTrailer = endsOperand(tokens[open - 1]);
    const before = tokens[skip(open, -1)];
    if (last !== undefined && isMark(last, ',')) {
      const isAlwaysList = isMark(opening, '[') ? !isTrailer : isTrailer || isMark(opening, '{');
      if (isAlwaysList || content.commas > 1 || isMark(before, 'import')) spare.add(last);
    }
    if (close === open + 1 && isMark(tokens[0], 'class') && open === 2) {
      spare.add(opening).add(closer);
    }
    if (!isMark(opening, '(') || isTrailer || close === open + 1) continue;
    const isSpare = comprehensions.has(open)
      ? isOnlyArgument(line, open, close)
      : isSpareAround(content, line, [skip(open, -1), skip(close, 1)], loopIns);
    if (isSpare) spare.add(opening).add(closer);
  }
  return spare;
}

/** Whether brackets around a content say nothing, seen from the tokens before and after them. */
function isSpareAround(
  { commas, power, isAction }: BracketContent,
  { tokens }: BracketedTokens,
  [left, right]: readonly [number, number],
  loopIns: ReadonlySet<PythonToken>,
): boolean {
  const [before, after] = [tokens[left], tokens[right]];
  const isLoop = before !== undefined && loopIns.has(before);
  if (isMark(before, 'import')) return true;
  if (isAction) return after === undefined && (left <= 0 || isMark(before, '='));
  if (commas > 0) {
    const isSubscript = isMark(before, '[') && endsOperand(tokens[left - 1]);
    return isSubscript ? isMark(after, ']') : isTupleAlone(before, after, isLoop);
  }
  if (['.', '[', '('].some((mark) => isMark(after, mark))) {
    return power === operandPower && fitsAfter(power, before, tokens[left - 1]);
  }
  if (isLoop) return power > choicePower || after === undefined;
  return fitsAfter(power, before, tokens[left - 1]) && fitsBefore(power, after);
}

function fitsAfter(
  power: number,
  before: PythonToken | undefined,
  earlier: PythonToken | undefined,
): boolean {
  if (before === undefined || isOneOf(before, beforeExpression)) return true;
  // What a choice ends with goes as far as it can; an `if` without an operand before is a statement.
  if (isMark(before, 'else') || (isMark(before, 'if') && !endsOperand(earlier))) return true;
  const operator = readOperator(before, earlier);
  return operator !== undefined && mayFollow(power, operator);
}

function fitsBefore(power: number, after: PythonToken | undefined): boolean {
  if (after === undefined || after.kind === 'conversion') return true;
  if (isOneOf(after, afterExpression)) return true;
  const operator = readOperator(after, { ...after, kind: 'name' });
  return operator !== undefined && mayPrecede(power, operator.power);
}

function isTupleAlone(
  before: PythonToken | undefined,
  after: PythonToken | undefined,
  isLoop: boolean,
): boolean {
  if (isMark(before, 'for')) return isMark(after, 'in');
  if (isLoop) return after === undefined;
  const begins = before === undefined || isOneOf(before, beforeTuple);
  return begins && (after === undefined || isMark(after, '='));
}

/** Whether a generator in brackets is all that a function is called with. */
function isOnlyArgument(
  { tokens, closing }: BracketedTokens,
  open: number,
  close: number,
): boolean {
  const isCall = isMark(tokens[open - 1], '(') && endsOperand(tokens[open - 2]);
  return isCall && closing.get(open - 1) === close + 1;
}

function describeContents({ tokens, enclosing }: BracketedTokens) {
  const contents = new Map<number, BracketContent>();
  for (const [index, token] of tokens.entries()) {
    if (isOpening(token)) {
      contents.set(index, { commas: 0, power: operandPower, isAction: false });
    }
    const around = enclosing[index];
    const content = around === undefined ? undefined : contents.get(around);
    if (content === undefined) continue;
    if (isMark(token, ',')) content.commas++;
    if (isMark(token, 'yield') || isMark(token, ':=')) content.isAction = true;
    const isFirst = index - 1 === around;
    const operator = readOperator(token, isFirst ? undefined : tokens[index - 1]);
    content.power = Math.min(content.power, operator?.power ?? operandPower);
  }
  return contents;
}

/** The `in` of loops, which compares nothing. */
function findLoopIns({ tokens, enclosing }: BracketedTokens): ReadonlySet<PythonToken> {
  const found = new Set<PythonToken>();
  const open = new Set<number | undefined>();
  for (const [index, token] of tokens.entries()) {
    const around = enclosing[index];
    if (isMark(token, 'for')) open.add(around);
    else if (isMark(token, 'in') && open.delete(around)) found.add(token);
  }
  return found;
}

function isOneOf(token: PythonToken, marks: ReadonlySet<string>): boolean {
  return (token.kind === 'operator' || token.kind === 'keyword') && marks.has(token.text);
}
