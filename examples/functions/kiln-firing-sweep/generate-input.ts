function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const firings = Array.from({ length: integer(5, 7) }, () => ({
    degrees: integer(30, 125) * 10,
    hold: integer(15, 130),
  }));
  if (Math.random() < 0.3) {
    firings[1].degrees = firings[firings.length - 1].degrees;
  }
  return { firings, shiftMinutes: integer(250, 420) };
}
