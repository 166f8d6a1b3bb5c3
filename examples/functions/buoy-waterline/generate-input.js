const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

export function generateInput() {
  const radius = integer(8, 60) / 10;
  const density = integer(10, 92) / 100;
  return { radius, density, soundings: integer(3, 5) };
}
