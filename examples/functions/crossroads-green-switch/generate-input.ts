function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const busyness = [integer(1, 4), integer(1, 4)];
  const arrivals = Array.from({ length: integer(12, 18) }, () =>
    busyness.map((most) => integer(0, most)),
  );
  return { arrivals, minimumGreen: integer(1, 4), flow: integer(2, 5) };
}
