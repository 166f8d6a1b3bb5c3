const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

export function generateInput() {
  const width = integer(3, 6);
  const length = width * integer(3, 5) - integer(0, 2);
  const palette = ['abc', 'abcd', 'aabd', 'bccd'][integer(0, 3)];
  const patches = Array.from({ length }, () => palette[integer(0, palette.length - 1)]).join('');
  return { patches, width, turns: integer(1, 4) };
}
