function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const dice = [];
  const length = integer(30, 48);
  while (dice.length < length) {
    const repeats = dice.length > 0 && Math.random() < 0.15;
    dice.push(repeats ? dice[dice.length - 1] : integer(1, 6));
  }
  return { dice, players: integer(2, 3), holdAt: integer(10, 17) };
}
