function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const small = Math.random() < 0.4;
  const length = small ? integer(14, 66) : integer(61, 260);
  const draft = small ? integer(12, 60) : integer(40, 140);
  const cargo = ['ballast', 'grain', 'oil', 'livestock'][integer(0, 3)];
  const nights = integer(4, 11);
  const hour = integer(0, 23);
  return { length, draft, cargo, nights, hour };
}
