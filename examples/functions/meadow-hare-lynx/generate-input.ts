function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const hares = integer(40, 420);
  const lynxes = Math.random() < 0.15 ? integer(0, 1) : integer(2, 16);
  const usual = integer(180, 420);
  const pastures = Array.from({ length: integer(7, 10) }, () =>
    Math.random() < 0.2 ? integer(60, 150) : usual + integer(-60, 60),
  );
  return { hares, lynxes, pastures };
}
