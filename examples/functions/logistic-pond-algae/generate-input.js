function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  return {
    cover: integer(500, 9500),
    vigour: integer(355, 399),
    weeks: integer(32, 40),
    netting: integer(300, 4000),
  };
}
