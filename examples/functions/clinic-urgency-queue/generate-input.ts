function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const count = integer(6, 9);
  const opening = integer(0, 20);
  const patients = Array.from({ length: count }, () => ({
    arrives: opening + integer(0, count * 9),
    level: integer(1, 5),
    takes: integer(5, 28),
  }));
  return { patients, shift: integer(30, 60), pause: integer(8, 20) };
}
