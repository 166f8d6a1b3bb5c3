enum Mark {
  Shaded = '#',
  Blank = '.',
  Unknown = '?',
}

function agrees(drawn: string, known: string): boolean {
  return [...drawn].every((mark, i) => known[i] === Mark.Unknown || known[i] === mark);
}

function arrangements(clues: number[], known: string): string[] {
  if (clues.length === 0) {
    const rest = Mark.Blank.repeat(known.length);
    return agrees(rest, known) ? [rest] : [];
  }
  const [block, ...laterBlocks] = clues;
  const found: string[] = [];
  for (let gap = 0; gap + block <= known.length; gap++) {
    const end = gap + block;
    const separator = end < known.length ? Mark.Blank : '';
    const drawn = Mark.Blank.repeat(gap) + Mark.Shaded.repeat(block) + separator;
    if (agrees(drawn, known)) {
      const tails = arrangements(laterBlocks, known.slice(drawn.length));
      found.push(...tails.map((tail) => drawn + tail));
    }
  }
  return found;
}

function settle(shadings: number, total: number): Mark {
  if (shadings === total) return Mark.Shaded;
  return shadings === 0 ? Mark.Blank : Mark.Unknown;
}

export function deduceStrip(clues: number[], strip: string) {
  const possible = arrangements(clues, strip);
  if (possible.length === 0) {
    return { arrangements: 0, strip, likeliest: 0, shadings: 0 };
  }
  const counts = [...strip].map(
    (_, i) => possible.filter((line) => line[i] === Mark.Shaded).length,
  );
  const deduced = counts.map((count) => settle(count, possible.length));
  const openCounts = counts.map((count, i) => (deduced[i] === Mark.Unknown ? count : 0));
  const shadings = Math.max(...openCounts);
  return {
    arrangements: possible.length,
    strip: deduced.join(''),
    likeliest: shadings === 0 ? 0 : openCounts.indexOf(shadings) + 1,
    shadings,
  };
}
