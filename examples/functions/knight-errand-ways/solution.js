const JUMPS = [
  [1, 2],
  [1, -2],
  [-1, 2],
  [-1, -2],
  [2, 1],
  [2, -1],
  [-2, 1],
  [-2, -1],
];

function emptyBoard(size) {
  return Array.from({ length: size }, () => Array(size).fill(0));
}

function isAllowed(row, column, size) {
  const isInside = row >= 0 && row < size && column >= 0 && column < size;
  return isInside && (row + column) % 7 !== 0;
}

function spread(ways, size) {
  const next = emptyBoard(size);
  ways.forEach((line, row) => {
    line.forEach((count, column) => {
      for (const [down, right] of count > 0 ? JUMPS : []) {
        if (isAllowed(row + down, column + right, size)) next[row + down][column + right] += count;
      }
    });
  });
  return next;
}

export function countErrands(size, start, goal, moves) {
  let ways = emptyBoard(size);
  if (start[0] < size && start[1] < size) ways[start[0]][start[1]] = 1;
  for (let move = 0; move < moves; move++) ways = spread(ways, size);

  const counts = ways.flat();
  const most = Math.max(...counts);
  const place = counts.indexOf(most);
  return {
    ways: ways[goal[0]]?.[goal[1]] ?? 0,
    reachable: counts.filter((count) => count > 0).length,
    likeliest: most === 0 ? [-1, -1] : [Math.floor(place / size), place % size],
  };
}
