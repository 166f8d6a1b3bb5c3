function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function afterOnePour(capacities, amounts) {
  const reached = [...amounts];
  for (let from = 0; from < 3; from++) {
    for (let to = 0; to < 3; to++) {
      const room = capacities[to] - amounts[to];
      if (from === to || room === 0) continue;
      const left = amounts[from] - room;
      reached.push(left > 0 ? left - 1 : 0, Math.min(capacities[to], amounts[to] + amounts[from]));
    }
  }
  return reached;
}

export function generateInput() {
  const capacities = [integer(9, 17), integer(5, 11), integer(3, 8)];
  const amounts = [capacities[0] - integer(0, 2), integer(0, 2), integer(0, 1)];
  let target = integer(1, 12);
  const tooEasy = Math.random() < 0.9 ? afterOnePour(capacities, amounts) : amounts;
  while (tooEasy.includes(target)) {
    target++;
  }
  return { capacities, amounts, target, maxPours: integer(2, 3) };
}
