function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const ratings = Array.from({ length: 5 }, () => integer(1150, 1980));
  const games = Array.from({ length: integer(8, 11) }, () => {
    const first = integer(0, 4);
    const second = (first + integer(1, 4)) % 5;
    return [first, second, integer(0, 2)];
  });
  return { ratings, games, weight: integer(18, 40) };
}
