function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const parcels = Array.from({ length: integer(5, 7) }, () => ({
    km: integer(2, 14),
    grams: integer(3, 24) * 50,
  }));
  return { parcels, payload: integer(9, 18) * 100, battery: integer(120, 240) };
}
