function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const latest = integer(15, 70);
  const jobs = Array.from({ length: integer(4, 6) }, () => ({
    arrives: integer(0, latest),
    minutes: integer(5, 48),
  }));
  return { jobs, turn: integer(5, 11), setup: integer(1, 4) };
}
