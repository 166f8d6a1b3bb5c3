function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function predecessors(index: number): number[] {
  const chosen = new Set<number>();
  const wanted = index === 0 ? 0 : integer(0, Math.min(2, index));
  while (chosen.size < wanted) {
    chosen.add(integer(Math.max(0, index - 4), index - 1));
  }
  return [...chosen].sort((a, b) => a - b);
}

export function generateInput() {
  const tasks = Array.from({ length: integer(6, 9) }, (_, index) => ({
    days: integer(2, 17),
    after: predecessors(index),
  }));
  return { tasks, crews: integer(2, 3), handover: integer(1, 5) };
}
