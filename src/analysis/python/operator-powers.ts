import { endsOperand, isMark, type PythonToken } from './python-token.js';

const binaryPowers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ else: 2, if: 2, or: 3, and: 4, in: 6, is: 6, not: 6 },
    ...{ '<': 6, '>': 6, '<=': 6, '>=': 6, '==': 6, '!=': 6 },
    ...{ '|': 7, '^': 8, '&': 9, '<<': 10, '>>': 10, '+': 11, '-': 11 },
    ...{ '*': 12, '/': 12, '//': 12, '%': 12, '@': 12, '**': 14 },
  }),
);
/** A star is one of those that unpack. */
const prefixPowers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ lambda: 0, not: 5, '*': 7, '**': 7, '-': 13, '+': 13, '~': 13, await: 15 },
  }),
);

/** How strongly what is an operand alone holds together, such as a name. */
export const operandPower = 16;
/** How strongly a choice (`a if b else c`) does. */
export const choicePower = 2;
const comparisonPower = 6;
const signPower = 13;
const exponentPower = 14;

/** An operator, and how strongly it holds together what is around it. */
export interface Operator {
  readonly power: number;
  /** Whether it has no operand before it. */
  readonly isPrefix: boolean;
}

/** Reads a token as an operator, seen from the one before it; `undefined` when it is none. */
export function readOperator(
  token: PythonToken,
  before: PythonToken | undefined,
): Operator | undefined {
  if (token.kind !== 'operator' && token.kind !== 'keyword') return undefined;
  // `not in` and `is not` are one operator each.
  const isSecondWord = isMark(token, 'in') || (isMark(token, 'not') && isMark(before, 'is'));
  const isPrefix = !endsOperand(before) && !isSecondWord;
  const power = (isPrefix ? prefixPowers : binaryPowers).get(token.text);
  return power === undefined ? undefined : { power, isPrefix };
}

/** Whether what holds together by `power` may follow an operator without brackets. */
export function mayFollow(power: number, operator: Operator): boolean {
  if (operator.isPrefix) return power >= operator.power;
  // To the right of `**` a sign needs no brackets.
  return operator.power === exponentPower ? power >= signPower : power > operator.power;
}

/** Whether what holds together by `power` may stand before an operator without brackets. */
export function mayPrecede(power: number, operator: number): boolean {
  const isStrict =
    operator === exponentPower || operator === comparisonPower || operator <= choicePower;
  return isStrict ? power > operator : power >= operator;
}
