/** Fewest steps from the top left to the bottom right around the walls; -1 when there is no way. */
export function mainSolution(grid) {
  const rows = grid.length;
  const columns = grid[0].length;
  const distance = grid.map((row) => [...row].map(() => -1));
  const queue = [[0, 0]];
  distance[0][0] = 0;
  for (let head = 0; head < queue.length; head++) {
    const [row, column] = queue[head];
    if (row === rows - 1 && column === columns - 1) return distance[row][column];
    for (const [down, right] of [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ]) {
      const r = row + down;
      const c = column + right;
      if (r < 0 || r >= rows || c < 0 || c >= columns) continue;
      if (grid[r][c] === '#' || distance[r][c] >= 0) continue;
      distance[r][c] = distance[row][column] + 1;
      queue.push([r, c]);
    }
  }
  return -1;
}
