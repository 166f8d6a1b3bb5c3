function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const ratings = Array.from({ length: 7 }, () => integer(1150, 1980));
  const games = Array.from({ length: integer(22, 26) }, () => {
    const first = integer(0, 6);
    const second = (first + integer(1, 6)) % 7;
    return [first, second, integer(0, 2)];
  });
  return { ratings, games, weight: integer(18, 40) };
}
