function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const count = integer(3, 5);
  let species = 0;
  const target = (position: number): number => {
    if (position > 0 && Math.random() < 0.08) {
      return integer(0, position - 1);
    }
    const leaf = position === count - 1 || Math.random() < 0.15 + 0.12 * position;
    return leaf ? -++species : integer(position + 1, Math.min(count - 1, position + 2));
  };
  const steps = Array.from({ length: count }, (_, position) => {
    const trait = integer(0, 2);
    const limit = integer(5, 14);
    const low = target(position);
    let high = target(position);
    if (high === low) {
      high = position === 0 ? 3 - low : -++species;
    }
    return { trait, limit, low, high };
  });
  const specimens = Array.from({ length: integer(4, 6) }, () => [
    integer(2, 24),
    integer(2, 24),
    integer(2, 24),
  ]);
  return { steps, specimens };
}
