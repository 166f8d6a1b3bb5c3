function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const beds = Array.from({ length: integer(3, 4) }, () => ({
    moisture: integer(15, 75),
    drying: integer(4, 19),
  }));
  return { beds, tank: integer(70, 200), rain: integer(10, 60), days: integer(4, 7) };
}
