const NEIGHBOURS = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [down, right]));

function countNeighbours(plots, row, column) {
  const height = plots.length;
  const width = plots[0].length;
  return NEIGHBOURS.filter(([down, right]) => {
    if (down === 0 && right === 0) return false;
    return plots[(row + down + height) % height][(column + right + width) % width];
  }).length;
}

function glowsNext(plots, row, column) {
  const neighbours = countNeighbours(plots, row, column);
  if (!plots[row][column]) return neighbours === 3;
  return neighbours === 2 || neighbours === 3 || (neighbours === 1 && row % 2 === 0);
}

export function watchFireflies(meadow, nights) {
  let plots = meadow.map((line) => [...line].map((plot) => plot === '*'));
  let seen = plots;
  const glowing = [];
  for (let night = 0; night < nights; night++) {
    const current = plots;
    plots = current.map((line, row) => line.map((_, column) => glowsNext(current, row, column)));
    seen = seen.map((line, row) => line.map((was, column) => was || plots[row][column]));
    glowing.push(plots.flat().filter(Boolean).length);
  }
  return {
    meadow: plots.map((line) => line.map((glows) => (glows ? '*' : '-')).join('')),
    glowing,
    everGlowed: seen.flat().filter(Boolean).length,
  };
}
