function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const gauges = Array.from({ length: integer(4, 6) }, () => ({
    heat: integer(5, 180),
    conductivity: integer(1, 5),
  }));
  return {
    gauges,
    boldness: integer(10, 15) / 10,
    sweepLimit: integer(2, 4),
    calm: integer(3, 15),
  };
}
