function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const values = [3, 4, 5, 7, 8, 9, 11, 13, 17];
  const coins: number[] = [];
  while (coins.length < 5) {
    const [coin] = values.splice(integer(0, values.length - 1), 1);
    coins.push(coin);
  }
  return { coins, amount: integer(190, 300), limit: integer(7, 14) };
}
