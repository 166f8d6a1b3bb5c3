function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const strongest = integer(2, 4);
  const size = Math.random() < 0.6 ? 3 : 4;
  const tray = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, (_, column) =>
      column >= size || Math.random() < 0.35 ? 0 : integer(1, strongest),
    ),
  );
  const tilts = Array.from({ length: integer(3, 5) }, () => 'LRUD'[integer(0, 3)]).join('');
  return { tray, tilts, strongest };
}
