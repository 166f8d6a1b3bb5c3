function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const batches = Array.from({ length: integer(4, 6) }, () => ({
    shade: integer(1, 9),
    litres: integer(25, 140),
    due: integer(35, 170),
  }));
  return { batches, firstShade: integer(1, 9) };
}
