class TideGauge {
  constructor(level, ceiling) {
    this.level = level;
    this.ceiling = ceiling;
    this.readings = [level];
    this.changes = [];
  }

  move(change) {
    this.changes.push(change);
    this.level = Math.min(this.ceiling, Math.max(0, this.level + change));
    this.readings.push(this.level);
  }

  repeat(times) {
    const change = this.changes.at(-1) ?? 0;
    for (let i = 0; i < times; i++) this.move(change);
  }

  replay(length) {
    const turned = this.changes.slice(-length).map((change) => -change || 0);
    turned.forEach((change) => this.move(change));
  }
}

function positionSum(readings) {
  return readings.reduce((sum, reading, index) => sum + reading * (index + 1), 0);
}

export function decodeTape(tape, ceiling) {
  const [first, ...tokens] = tape.match(/[=+\-*~]\d+/g);
  const gauge = new TideGauge(Math.min(ceiling, Number(first.slice(1))), ceiling);
  for (const token of tokens) {
    const amount = Number(token.slice(1));
    switch (token[0]) {
      case '=':
        gauge.move(amount - gauge.level);
        break;
      case '+':
        gauge.move(amount);
        break;
      case '-':
        gauge.move(-amount);
        break;
      case '*':
        gauge.repeat(amount);
        break;
      case '~':
        gauge.replay(amount);
        break;
    }
  }
  const { readings } = gauge;
  return {
    last: gauge.level,
    lowest: Math.min(...readings),
    highest: Math.max(...readings),
    count: readings.length,
    seal: positionSum(readings) % 9973,
  };
}
