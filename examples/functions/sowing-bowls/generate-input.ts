function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function row(low: number, high: number): number[] {
  return Array.from({ length: 4 }, () => integer(low, high));
}

export function generateInput() {
  const isLateGame = Math.random() < 0.3;
  const [low, high] = isLateGame ? [0, 3] : [1, 6];
  return {
    south: row(low, high),
    north: row(low, high),
    moves: Array.from({ length: integer(6, 10) }, () => integer(1, 4)),
  };
}
