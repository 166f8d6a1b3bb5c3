function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

const RODS = ['a', 'b', 'c'];

function rod() {
  return RODS[integer(0, 2)];
}

function order(line) {
  const roll = Math.random();
  if (roll < 0.3) return `${rod()}+${integer(3, 47)}`;
  if (roll < 0.6) return `${rod()}-${integer(3, 35)}`;
  if (roll < 0.85 || line === 1) return `${rod()}>${rod()}`;
  return `${rod()}?${integer(1, line - 1)}`;
}

export function generateInput() {
  const rods = { a: integer(0, 99), b: integer(0, 99), c: integer(0, 99) };
  const orders = Array.from({ length: integer(6, 8) }, (_, index) => order(index + 1));
  const loops = integer(1, 2);
  for (let i = 0; i < loops; i++) orders.push(`${rod()}?${integer(1, 3)}`);
  return { rods, orders, stepLimit: integer(18, 34) };
}
