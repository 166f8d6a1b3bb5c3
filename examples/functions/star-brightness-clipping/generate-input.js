const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

function reading(centre) {
  const roll = Math.random();
  if (roll < 0.15) return centre + integer(60, 180);
  if (roll < 0.3) return centre - integer(60, 180);
  return centre + integer(-25, 25);
}

export function generateInput() {
  const centre = integer(250, 700);
  const readings = Array.from({ length: integer(7, 10) }, () => reading(centre));
  return { readings, tolerance: integer(12, 19) / 10, keepAtLeast: integer(3, 5) };
}
