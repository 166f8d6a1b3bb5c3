function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const early = Math.random() < 0.25;
  return {
    year: integer(1996, 2032),
    month: integer(1, 12),
    anchorDay: early ? integer(1, 24) : integer(26, 31),
    everyMonths: integer(1, 5),
    count: integer(3, 5),
  };
}
