function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const per = integer(150, 2500);
  const wanted = integer(Math.ceil(per / 3), per * 4);
  return { wanted, per, maxTeeth: integer(25, 160) };
}
