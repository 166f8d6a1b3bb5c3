function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const islands = 'ABCDEFGHI'.slice(0, integer(7, 9));
  const names = new Set();
  for (let i = 1; i < islands.length; i++) names.add(islands[integer(0, i - 1)] + islands[i]);
  for (let i = 0; i < 7; i++) {
    const a = integer(0, islands.length - 2);
    names.add(islands[a] + islands[integer(a + 1, islands.length - 1)]);
  }
  const cables = [...names].sort(() => Math.random() - 0.5).map((name) => [name, integer(10, 45)]);
  return { cables, surcharge: integer(4, 15), budget: integer(100, 260) };
}
