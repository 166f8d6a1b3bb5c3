function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const stages = Array.from({ length: integer(4, 6) }, () =>
    Math.random() < 0.3 ? integer(5, 40) : integer(45, 190),
  );
  return { year: integer(120, 990), month: integer(1, 12), day: integer(1, 29), stages };
}
