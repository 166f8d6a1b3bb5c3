const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

export function generateInput() {
  const sacks = Array.from({ length: integer(3, 5) }, () => ({
    kg: integer(30, 120),
    moisture: integer(11, 20),
    protein: integer(80, 150) / 10,
  }));
  return { sacks, limit: integer(12, 15), bagSize: [5, 10, 12, 20, 25][integer(0, 4)] };
}
