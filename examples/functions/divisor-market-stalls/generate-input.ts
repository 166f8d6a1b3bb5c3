function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const first = integer(2100, 9000);
  const step = integer(3, 19);
  return { first, last: first + step * integer(40, 55) + integer(0, 2), step, tax: integer(2, 37) };
}
