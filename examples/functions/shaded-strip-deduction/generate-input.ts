function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function drawStrip(clues: number[], length: number): string {
  let slack = length - clues.reduce((sum, clue) => sum + clue + 1, -1);
  let line = '';
  clues.forEach((clue, i) => {
    const gap = integer(0, slack);
    slack -= gap;
    line += '.'.repeat(gap + (i > 0 ? 1 : 0)) + '#'.repeat(clue);
  });
  return line.padEnd(length, '.');
}

export function generateInput() {
  const clues = Array.from({ length: integer(2, 4) }, () => integer(1, 4));
  const shortest = clues.reduce((sum, clue) => sum + clue + 1, -1);
  const solution = drawStrip(clues, Math.min(20, shortest + integer(2, 5)));
  const hints = Math.random() < 0.1 ? 0 : 0.2;
  const strip = [...solution].map((mark) => (Math.random() < hints ? mark : '?')).join('');
  if (Math.random() < 0.06) clues.reverse();
  return { clues, strip };
}
