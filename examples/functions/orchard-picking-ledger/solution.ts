class Picker {
  baskets = 0;
  pay = 0;

  constructor(readonly name: string) {}
}

class Ledger {
  private readonly pickers = new Map<string, Picker>();

  constructor(private readonly rate: number) {}

  record(entry: string): void {
    const picker = this.find(entry[0]);
    const detail = entry.slice(2);
    switch (entry[1]) {
      case '+':
        picker.baskets += Number(detail);
        break;
      case '-':
        picker.baskets = Math.max(0, picker.baskets - Number(detail));
        break;
      default:
        this.handOver(picker, this.find(detail));
    }
  }

  closeDay(): void {
    const best = this.topPicker();
    for (const picker of this.pickers.values()) {
      const crates = Math.floor(picker.baskets / 4);
      const extraCrates = Math.max(0, crates - 3);
      const bonus = picker === best ? this.rate : 0;
      picker.pay += crates * this.rate + extraCrates * 5 + bonus;
      picker.baskets %= 4;
    }
  }

  lines(): string[] {
    return [...this.pickers.values()].map(({ name, pay, baskets }) => `${name} ${pay} r${baskets}`);
  }

  private find(name: string): Picker {
    const picker = this.pickers.get(name) ?? new Picker(name);
    this.pickers.set(name, picker);
    return picker;
  }

  private handOver(giver: Picker, taker: Picker): void {
    const gift = Math.floor(giver.baskets / 2);
    giver.baskets -= gift;
    taker.baskets += gift;
  }

  private topPicker(): Picker {
    return [...this.pickers.values()].reduce((best, other) =>
      other.baskets >= best.baskets ? other : best,
    );
  }
}

export function settleLedger(text: string, rate: number): string[] {
  const ledger = new Ledger(rate);
  for (const day of text.split(' | ')) {
    day.split(' ').forEach((entry) => ledger.record(entry));
    ledger.closeDay();
  }
  return ledger.lines();
}
