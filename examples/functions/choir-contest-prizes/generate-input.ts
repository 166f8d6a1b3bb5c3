function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const moods = Array.from({ length: 5 }, () => integer(-7, 7));
  const scores = Array.from({ length: integer(4, 6) }, () => {
    const talent = integer(66, 84);
    return moods.map((mood) => Math.min(100, talent + mood + integer(-5, 5)));
  });
  return { scores, purse: integer(300, 4999) };
}
