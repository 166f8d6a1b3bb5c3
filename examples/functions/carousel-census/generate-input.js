function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  return {
    families: [integer(40, 600), integer(40, 600), integer(40, 600)],
    years: integer(26, 30),
    plague: integer(4000, 19000),
  };
}
