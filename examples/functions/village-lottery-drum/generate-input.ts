function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  return {
    tickets: integer(90, 180),
    seed: integer(100, 9900),
    multiplier: integer(211, 4999),
    increment: integer(17, 3999),
    draws: integer(22, 30),
  };
}
