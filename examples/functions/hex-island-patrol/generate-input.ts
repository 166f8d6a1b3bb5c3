function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const radius = Math.random() < 0.15 ? 1 : integer(2, 4);
  let orders = '';
  for (let i = integer(4, 6); i > 0; i--) {
    orders += String(integer(2, 6));
    const turns = ['R', 'L', 'RR', 'LL', 'RRR'];
    if (i > 1) orders += turns[integer(0, turns.length - 1)];
  }
  return { radius, heading: integer(0, 5), orders };
}
