function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const counterCount = Math.random() < 0.25 ? 1 : Math.random() < 0.8 ? 2 : 3;
  const longestGap = [9, 5, 3][counterCount - 1];
  const customers = Array.from({ length: integer(8, 11) }, () => ({
    gap: integer(0, longestGap),
    loaves: integer(1, 6),
  }));
  return { customers, counterCount, patience: integer(1, 7), restMinutes: integer(2, 9) };
}
