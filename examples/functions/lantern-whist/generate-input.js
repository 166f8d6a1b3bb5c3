function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const deck = [...'RGBY'].flatMap((suit) =>
    Array.from({ length: 12 }, (_, i) => `${suit}${i + 1}`),
  );
  for (let i = deck.length - 1; i > 0; i--) {
    const j = integer(0, i);
    [deck[i], deck[j]] = [deck[j], deck[i]];
  }
  const players = integer(3, 4);
  const size = players === 3 ? integer(6, 7) : integer(5, 6);
  const hands = Array.from({ length: players }, (_, i) => deck.slice(i * size, (i + 1) * size));
  return { hands, trump: 'RGBY'[integer(0, 3)] };
}
