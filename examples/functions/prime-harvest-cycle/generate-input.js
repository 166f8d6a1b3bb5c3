function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const capacity = integer(70, 260);
  return { sacks: integer(20, 240), gift: integer(2, 25), capacity };
}
