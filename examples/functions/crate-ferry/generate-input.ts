function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const capacity = integer(60, 120);
  const weights = Array.from({ length: integer(9, 14) }, () => integer(8, 85));
  return { weights, capacity };
}
