function neighboursOf(basin, basinCount, channels) {
  const neighbours = new Set();
  for (const [a, b] of channels) {
    if (a === b || a >= basinCount || b >= basinCount) continue;
    if (a === basin) neighbours.add(b);
    if (b === basin) neighbours.add(a);
  }
  return [...neighbours];
}

function fullestOverflowing(levels, network, capacity) {
  let fullest = -1;
  for (let basin = 1; basin < levels.length; basin++) {
    const overflows = levels[basin] > capacity && network[basin].length > 0;
    if (overflows && (fullest === -1 || levels[basin] > levels[fullest])) {
      fullest = basin;
    }
  }
  return fullest;
}

export function settleBasins(levels, channels, capacity, maxSpills) {
  const water = [...levels];
  const network = water.map((_, basin) => neighboursOf(basin, water.length, channels));
  const spills = water.map(() => 0);

  for (let spill = 0; spill < maxSpills; spill++) {
    const source = fullestOverflowing(water, network, capacity);
    if (source === -1) break;
    const share = Math.floor(water[source] / (network[source].length + 1));
    for (const target of network[source]) {
      water[target] += share;
      water[source] -= share;
    }
    spills[source] += 1;
  }

  return { levels: water, spills, intoLake: water[0] - levels[0] };
}
