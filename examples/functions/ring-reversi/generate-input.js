function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const size = integer(14, 20);
  const fields = Array.from({ length: size }, () => {
    const draw = Math.random();
    if (draw < 0.55) return '.';
    return draw < 0.775 ? 'X' : 'O';
  });
  const moves = Array.from({ length: integer(7, 11) }, () => integer(0, size - 1));
  return { ring: fields.join(''), moves };
}
