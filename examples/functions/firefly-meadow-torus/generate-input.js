function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const width = integer(6, 7);
  const row = () => Array.from({ length: width }, () => (Math.random() < 0.4 ? '*' : '-')).join('');
  return { meadow: Array.from({ length: integer(5, 6) }, row), nights: integer(4, 6) };
}
