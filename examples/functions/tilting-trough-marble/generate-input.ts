function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const trough = {
    length: integer(2, 5),
    drag: integer(5, 40) / 100,
    bounce: integer(40, 90) / 100,
  };
  const position = integer(0, Math.floor(trough.length * 10)) / 10;
  const velocity = integer(-40, 40) / 10;
  const pushes = Array.from({ length: integer(5, 8) }, () => integer(-30, 30) / 10);
  return { position, velocity, trough, pushes };
}
