function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const size = integer(4, 6);
  const nights = Array.from({ length: size }, () => integer(1, 9));
  const paid = Array.from({ length: size }, () => (Math.random() < 0.25 ? 0 : integer(500, 24000)));
  const coins = [1, 5, 10, 20, 50];
  return { nights, paid, coin: coins[integer(0, coins.length - 1)] };
}
