function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const towns = 'ABCDEFG'.slice(0, integer(6, 7)).split('');
  const roads: [string, string, number][] = [];
  const connect = (a: number, b: number) => {
    const known = roads.some(([from, to]) => from + to === towns[a] + towns[b]);
    if (a !== b && !known) roads.push([towns[a], towns[b], integer(8, 60)]);
  };
  const isCut = Math.random() < 0.05;
  for (let i = 1; i < towns.length - (isCut ? 1 : 0); i++)
    connect(integer(Math.max(0, i - 2), i - 1), i);
  for (let i = 0; i < 9; i++) {
    const a = integer(0, towns.length - (isCut ? 3 : 2));
    connect(a, Math.min(a + integer(1, 3), towns.length - (isCut ? 2 : 1)));
  }
  return { roads, start: 'A', destination: towns[towns.length - 1], freeEvery: integer(2, 4) };
}
