function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const floors = Array.from({ length: integer(4, 6) }, () =>
    Array.from({ length: 5 }, () => integer(0, 2)).join(''),
  );
  return { floors };
}
