/** The greatest value that fits into the sack, and the items that make it up. */
export function mainSolution(weights, values, capacity) {
  const best = [new Array(capacity + 1).fill(0)];
  for (let item = 0; item < weights.length; item++) {
    const before = best[item];
    const row = before.slice();
    for (let room = weights[item]; room <= capacity; room++) {
      row[room] = Math.max(row[room], before[room - weights[item]] + values[item]);
    }
    best.push(row);
  }
  const taken = [];
  let room = capacity;
  for (let item = weights.length - 1; item >= 0; item--) {
    if (best[item + 1][room] !== best[item][room]) {
      taken.unshift(item);
      room -= weights[item];
    }
  }
  return { value: best[weights.length][capacity], taken };
}
