function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const days = Array.from({ length: integer(10, 12) }, () => integer(1, 359)).sort((a, b) => a - b);
  return {
    balance: integer(40000, 400000),
    rate: integer(115, 489),
    bookings: days.map((day) => [
      day,
      Math.random() < 0.45 ? -integer(9000, 260000) : integer(5000, 180000),
    ]),
  };
}
