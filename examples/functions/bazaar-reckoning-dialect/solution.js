const SLATE = 10000;

class Reckoner {
  constructor(line) {
    this.tokens = line.match(/\d+|[^\d]/g);
    this.steps = [];
    this.overflows = 0;
  }

  nextIs(symbols) {
    return this.tokens.length > 0 && symbols.includes(this.tokens[0]);
  }

  product() {
    let value = this.sum();
    while (this.nextIs('x/')) {
      const times = this.tokens.shift() === 'x';
      const other = this.sum();
      value = this.note(times ? value * other : Math.floor(value / Math.max(1, other)));
    }
    return value;
  }

  sum() {
    let value = this.atom();
    while (this.nextIs('+-')) {
      const plus = this.tokens.shift() === '+';
      const other = this.atom();
      value = this.note(plus ? value + other : Math.abs(value - other));
    }
    return value;
  }

  atom() {
    const token = this.tokens.shift();
    if (token !== '(') return Number(token);
    const value = this.product();
    this.tokens.shift();
    return value;
  }

  note(value) {
    if (value >= SLATE) this.overflows += 1;
    const kept = value % SLATE;
    this.steps.push(kept);
    return kept;
  }
}

export function reckon(line) {
  const reckoner = new Reckoner(line);
  const result = reckoner.product();
  return { result, steps: reckoner.steps, overflows: reckoner.overflows };
}
