function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const base = [3, 4, 5, 6, 7, 9][integer(0, 5)];
  const parcels = Array.from({ length: integer(3, 5) }, () =>
    Math.random() < 0.25 ? integer(5, 90) : integer(100, 2500),
  );
  return { parcels, base };
}
