function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const width = integer(9, 10);
  const row = () => Array.from({ length: width }, () => (Math.random() < 0.4 ? '*' : '-')).join('');
  return { meadow: Array.from({ length: integer(8, 10) }, row), nights: integer(8, 10) };
}
