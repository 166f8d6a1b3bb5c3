function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const first = integer(120, 900);
  const step = integer(3, 19);
  return { first, last: first + step * integer(12, 18) + integer(0, 2), step, tax: integer(2, 37) };
}
