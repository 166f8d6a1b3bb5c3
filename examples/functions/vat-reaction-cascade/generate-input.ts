function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const charge = integer(60, 240);
  const rates = { first: integer(12, 45) / 100, second: integer(5, 35) / 100 };
  const ventLevel = Math.round((charge * integer(20, 50)) / 100);
  return { charge, rates, ventLevel, minutes: integer(4, 7) };
}
