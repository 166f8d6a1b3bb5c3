const EMPTY = '.';

function hop(row, from, step) {
  const over = from + step;
  const to = over + step;
  const canHop =
    row[from] !== EMPTY && row[over] !== EMPTY && row[over] !== row[from] && row[to] === EMPTY;
  if (!canHop) return undefined;
  const holes = [...row];
  holes[to] = holes[from];
  holes[from] = EMPTY;
  holes[over] = EMPTY;
  return holes.join('');
}

function hopsFrom(row) {
  const results = [];
  for (let from = 0; from < row.length; from++) {
    for (const step of [-1, 1]) {
      const next = hop(row, from, step);
      if (next) results.push(next);
    }
  }
  return results;
}

function countPegs(row) {
  return [...row].filter((hole) => hole !== EMPTY).length;
}

export function exploreHops(row) {
  const gamesFrom = new Map();
  const ends = [];

  const explore = (position) => {
    const known = gamesFrom.get(position);
    if (known !== undefined) return known;
    const nextPositions = hopsFrom(position);
    if (nextPositions.length === 0) ends.push(position);
    const games = nextPositions.reduce((sum, next) => sum + explore(next), 0) || 1;
    gamesFrom.set(position, games);
    return games;
  };

  const games = explore(row);
  const fewestPegs = Math.min(...ends.map(countPegs));
  const [bestEnd] = ends.filter((end) => countPegs(end) === fewestPegs).sort();
  return { positions: gamesFrom.size, games, fewestPegs, bestEnd };
}
