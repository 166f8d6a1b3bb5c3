const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

const QUEENS = ['young', 'young', 'old', 'none'];

export function generateInput() {
  const hives = Array.from({ length: integer(3, 5) }, () => ({
    mites: integer(0, 14),
    frames: integer(2, 12),
    stores: integer(3, 28),
    queen: QUEENS[integer(0, 3)],
  }));
  return { hives, doses: integer(2, 9) };
}
