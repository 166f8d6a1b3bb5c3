function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const periods = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 22, 24, 25, 27, 28];
  const bells = Array.from({ length: integer(4, 6) }, () => {
    const period = periods[integer(0, periods.length - 1)];
    const late = Math.random() < 0.25 ? integer(1, 60) : 0;
    return { period, first: integer(0, period - 1) + late };
  });
  return { bells, longestCycle: integer(600, 9000) };
}
