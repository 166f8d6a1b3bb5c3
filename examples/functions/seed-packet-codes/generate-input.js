const VARIETIES = [
  'Marmande',
  'Pepper',
  'Okra',
  'Basil',
  'Salsify',
  'Kale',
  'Borage',
  'Lettuce',
  'Anise',
  'Cress',
  'Dill',
  'Fennel',
  'Leek',
  'Radish',
  'Sorrel',
  'Tansy',
  'Endive',
  'Lovage',
  'Arugula',
  'Chervil',
  'Oat',
  'Pea',
];

const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

export function generateInput() {
  const names = Array.from(
    { length: integer(3, 4) },
    () => VARIETIES[integer(0, VARIETIES.length - 1)],
  );
  return { names, lot: integer(0, 999) };
}
