function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const size = integer(80, 400);
  const knobs = [
    { factor: 1, shift: integer(11, 60) },
    { factor: integer(2, 7), shift: integer(0, 25) },
    { factor: integer(2, 9), shift: integer(3, 40) },
  ];
  return {
    size,
    start: integer(0, size - 1),
    target: integer(0, size - 1),
    knobs: knobs.slice(0, integer(2, 3)),
    keep: integer(2, 3),
    rounds: integer(3, 4),
  };
}
