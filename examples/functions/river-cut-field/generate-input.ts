interface Point {
  x: number;
  y: number;
}

function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function ring(count: number): Point[] {
  const turn = Math.random() * 6.28;
  return Array.from({ length: count }, (_, i) => {
    const angle = turn + (i * 6.28) / count;
    const radius = integer(9, 20);
    return {
      x: Math.round(20 + radius * Math.cos(angle)),
      y: Math.round(20 + radius * Math.sin(angle)),
    };
  });
}

function riverNearCentre() {
  const from = { x: integer(0, 40), y: Math.random() < 0.5 ? integer(0, 6) : integer(34, 40) };
  const aim = { x: integer(15, 25), y: integer(15, 25) };
  return { from, to: Math.random() < 0.3 ? { x: 40 - from.x, y: aim.y } : aim };
}

export function generateInput() {
  const rivers = [riverNearCentre()];
  if (Math.random() < 0.6) rivers.push(riverNearCentre());
  return { field: ring(integer(4, 5)), rivers };
}
