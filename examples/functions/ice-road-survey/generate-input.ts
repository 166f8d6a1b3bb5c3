function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const letters = 'ABCDEFGHIJ'.slice(0, integer(8, 10));
  const people: Record<string, number> = {};
  for (const letter of letters) people[letter] = integer(3, 60);
  const roads: string[] = [];
  for (let i = 1; i < letters.length; i++) {
    if (Math.random() < 0.05) continue;
    const other = letters[integer(Math.max(0, i - 4), i - 1)];
    roads.push(Math.random() < 0.5 ? other + letters[i] : letters[i] + other);
  }
  for (let i = integer(1, 3); i > 0; i--) {
    const a = integer(0, letters.length - 1);
    roads.push(letters[a] + letters[(a + integer(1, 3)) % letters.length]);
  }
  roads.sort(() => Math.random() - 0.5);
  return { people, roads };
}
