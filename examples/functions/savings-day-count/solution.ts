const YEAR_DAYS = 360;
const REFUSAL_FEE = 250;

class Account {
  refused = 0;
  readonly interest: number[] = [];
  private lastDay = 0;
  private accrued = 0;

  constructor(
    public balance: number,
    private readonly rate: number,
  ) {}

  accrueTo(day: number): void {
    const days = day - this.lastDay;
    this.accrued += Math.round((this.balance * this.rate * days) / (10000 * YEAR_DAYS));
    this.lastDay = day;
  }

  book(cents: number): void {
    if (this.balance + cents >= 0) {
      this.balance += cents;
    } else {
      this.refused++;
      this.balance -= Math.min(REFUSAL_FEE, this.balance);
    }
  }

  closeQuarter(): void {
    this.interest.push(this.accrued);
    this.balance += this.accrued;
    this.accrued = 0;
  }
}

export function closeSavings(balance: number, rate: number, bookings: [number, number][]) {
  const account = new Account(balance, rate);
  const waiting = [...bookings];
  for (const quarterEnd of [90, 180, 270, 360]) {
    while (waiting.length > 0 && waiting[0][0] < quarterEnd) {
      const [day, cents] = waiting.shift() as [number, number];
      account.accrueTo(day);
      account.book(cents);
    }
    account.accrueTo(quarterEnd);
    account.closeQuarter();
  }
  return { balance: account.balance, interest: account.interest, refused: account.refused };
}
