function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function cell(): string {
  const roll = Math.random();
  if (roll < 0.25) return 'N';
  if (roll < 0.5) return 'Z';
  return roll < 0.52 ? 'X' : '.';
}

export function generateInput() {
  const height = integer(4, 6);
  const width = integer(4, 6);
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, cell).join(''));
  const side = ['north', 'east', 'south', 'west'][integer(0, 3)];
  const span = side === 'north' || side === 'south' ? width : height;
  const entries = Array.from({ length: integer(2, 4) }, () => integer(0, span - 1));
  return { rows, side, entries, reach: integer(9, 20) };
}
