function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const trades = Array.from({ length: integer(5, 8) }, () =>
    Math.random() < 0.4 ? integer(40, 400) : integer(500, 4000),
  );
  const baseRate = integer(28, 45);
  const first = integer(15, 40) * 100;
  const discounts = [{ from: first, rate: integer(17, 26) }];
  if (Math.random() < 0.7) {
    discounts.push({ from: first + integer(15, 45) * 100, rate: integer(5, 15) });
  }
  if (Math.random() < 0.3) discounts.reverse();
  const cap = Math.random() < 0.35 ? integer(1500, 2600) : integer(3500, 6000);
  return { trades, baseRate, discounts, minimum: integer(150, 450), cap };
}
