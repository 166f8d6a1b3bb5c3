function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const palette = Math.random() < 0.7 ? 'RGB' : 'RGBY';
  const columns = Array.from({ length: integer(4, 5) }, () =>
    Array.from({ length: integer(3, 5) }, () => palette[integer(0, palette.length - 1)]).join(''),
  );
  const picks = Array.from({ length: integer(2, 4) }, () => integer(1, columns.length));
  return { columns, picks };
}
