/** A sum of many small amounts that does not drift. */
export interface MoneySum {
  readonly value: number;
  add(this: void, amount: number): void;
}

/**
 * Starts a sum that keeps what each addition rounds away (A. Neumaier, "Rundungsfehleranalyse
 * einiger Verfahren zur Summation endlicher Summen", 1974): a million calls later it is still right
 * to the last digits.
 */
export function createMoneySum(first = 0): MoneySum {
  let sum = first;
  let lost = 0;
  return {
    get value() {
      return sum + lost;
    },
    add(amount) {
      const next = sum + amount;
      lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
      sum = next;
    },
  };
}
