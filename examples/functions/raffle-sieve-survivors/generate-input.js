function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  return {
    lowest: Math.random() < 0.3 ? integer(1, 99) : integer(100, 990),
    count: integer(16, 30),
    rounds: integer(3, 5),
  };
}
