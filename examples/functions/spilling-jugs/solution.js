const JUGS = [0, 1, 2];
const ROUTES = JUGS.flatMap((from) => JUGS.filter((to) => to !== from).map((to) => [from, to]));
const SPILT = 1;

function pour(amounts, capacities, from, to) {
  const room = capacities[to] - amounts[to];
  const left = amounts[from] - room;
  const poured = [...amounts];
  poured[to] = Math.min(capacities[to], amounts[to] + amounts[from]);
  poured[from] = left > 0 ? left - SPILT : 0;
  return poured;
}

function distance(amounts, target) {
  return Math.min(...amounts.map((amount) => Math.abs(amount - target)));
}

export function measureByPouring(capacities, amounts, target, maxPours) {
  const start = amounts.map((amount, jug) => Math.min(amount, capacities[jug]));
  const queue = [{ amounts: start, pours: [] }];
  const noted = new Set([start.join()]);
  let best = queue[0];
  let off = distance(start, target);

  for (let head = 0; head < queue.length && off > 0; head++) {
    const current = queue[head];
    if (current.pours.length === maxPours) break;
    for (const [from, to] of ROUTES) {
      if (current.amounts[from] === 0 || current.amounts[to] === capacities[to]) continue;
      const next = pour(current.amounts, capacities, from, to);
      if (noted.has(next.join())) continue;
      noted.add(next.join());
      const entry = { amounts: next, pours: [...current.pours, `${from + 1}>${to + 1}`] };
      queue.push(entry);
      if (distance(next, target) < off) {
        best = entry;
        off = distance(next, target);
      }
      if (off === 0) break;
    }
  }
  return { amounts: best.amounts, pours: best.pours, off, noted: noted.size };
}
