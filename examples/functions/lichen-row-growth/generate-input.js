function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

const RULES = [30, 45, 54, 73, 75, 89, 101, 110, 122, 150];

export function generateInput() {
  const row = Array.from({ length: integer(34, 40) }, () => (Math.random() < 0.45 ? '#' : '.'));
  return { row: row.join(''), rule: RULES[integer(0, RULES.length - 1)], years: integer(16, 20) };
}
