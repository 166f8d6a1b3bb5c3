function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const goblets = Array.from({ length: integer(8, 13) }, () => integer(1, 12));
  return { goblets, skip: integer(1, 9), keep: integer(2, 4) };
}
