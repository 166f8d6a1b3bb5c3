function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

const PLANTS = [
  'sage',
  'thyme',
  'arnica',
  'yarrow',
  'sorrel',
  'mallow',
  'tansy',
  'borage',
  'lovage',
  'fennel',
  'mint',
  'rue',
];

export function generateInput() {
  const plants = [...PLANTS];
  const names: string[] = [];
  const count = integer(11, 12);
  while (names.length < count) {
    const [name] = plants.splice(integer(0, plants.length - 1), 1);
    names.push(name);
  }
  return { names, drawers: [11, 13, 13, 17][integer(0, 3)], base: integer(23, 97) };
}
