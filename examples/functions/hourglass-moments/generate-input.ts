function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const first = integer(4, 18);
  let second = integer(4, 18);
  if (second === first) {
    second += integer(1, 3);
  }
  const longer = Math.max(first, second);
  return { first, second, limit: longer + integer(1, Math.ceil(longer * 0.6)) };
}
