function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function entry(names: string[]): string {
  const name = names[integer(0, names.length - 1)];
  const roll = Math.random();
  if (roll < 0.62) {
    return `${name}+${integer(3, 29)}`;
  }
  if (roll < 0.8) {
    return `${name}-${integer(1, 12)}`;
  }
  return `${name}>${names[integer(0, names.length - 1)]}`;
}

export function generateInput() {
  const names = ['A', 'B', 'C', 'D'].slice(0, integer(3, 4));
  const days = Array.from({ length: integer(2, 4) }, () =>
    Array.from({ length: integer(4, 7) }, () => entry(names)).join(' '),
  );
  return { text: days.join(' | '), rate: integer(11, 48) };
}
