function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const applicants = Array.from({ length: integer(4, 5) }, () => ({
    mark: integer(55, 97),
    income: Math.random() < 0.4 ? integer(6, 19) : integer(16, 55),
    siblings: integer(0, 4),
    km: integer(2, 70),
  }));
  return { applicants, fund: integer(80, 220) * 10 };
}
