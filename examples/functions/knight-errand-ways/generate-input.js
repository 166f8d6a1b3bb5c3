function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const size = integer(7, 9);
  const square = () => [integer(0, size - 1), integer(0, size - 1)];
  return { size, start: square(), goal: square(), moves: integer(7, 9) };
}
