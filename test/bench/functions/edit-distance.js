/** Fewest letters to insert, remove or replace to turn one word into the other. */
export function mainSolution(source, target) {
  let above = [];
  for (let column = 0; column <= target.length; column++) above.push(column);
  for (let row = 1; row <= source.length; row++) {
    const current = [row];
    for (let column = 1; column <= target.length; column++) {
      const replaced = above[column - 1] + (source[row - 1] === target[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column] + 1, current[column - 1] + 1));
    }
    above = current;
  }
  return above[target.length];
}
