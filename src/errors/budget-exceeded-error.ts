import { CodeIOError } from './codeio-error.js';

/** Thrown when the next call does not fit into the budget. The call was not made. */
export class BudgetExceededError extends CodeIOError {
  override readonly name = 'BudgetExceededError';
  readonly code = 'budget-exceeded';
  readonly limit: number;
  /** What is spent, calls in flight counted with what is set aside for them. */
  readonly spent: number;
  /** What the call may cost at most. */
  readonly needed: number;

  constructor(limit: number, spent: number, needed: number) {
    super(`the next call may cost ${show(needed)}, and ${show(spent)} of ${show(limit)} are spent`);
    this.limit = limit;
    this.spent = spent;
    this.needed = needed;
  }
}

/** Without the last digits, which are rounding. */
function show(amount: number): string {
  return String(Number(amount.toPrecision(9)));
}
