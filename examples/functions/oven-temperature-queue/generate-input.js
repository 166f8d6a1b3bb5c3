function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const orders = Array.from({ length: integer(5, 7) }, () => ({
    degrees: 150 + 5 * integer(0, 22),
    minutes: integer(12, 48),
  }));
  const ovens = Array.from({ length: integer(2, 3) }, () => 20 + 10 * integer(0, 22));
  return { orders, ovens };
}
