function groupOf(groups, island) {
  return groups.find((group) => group.includes(island));
}

function priceCable([islands, length], groups, surcharge) {
  const first = groupOf(groups, islands[0]);
  const second = groupOf(groups, islands[1]);
  const smaller = Math.min(first.length, second.length);
  return { islands, first, second, cost: length + surcharge * (smaller - 1) };
}

function cheapestJoin(cables, groups, surcharge) {
  return cables
    .map((cable) => priceCable(cable, groups, surcharge))
    .filter(({ first, second }) => first !== second)
    .reduce((best, offer) => (best && best.cost <= offer.cost ? best : offer), undefined);
}

function merge(groups, first, second) {
  const joined = [...first, ...second].sort().join('');
  return [...groups.filter((group) => group !== first && group !== second), joined];
}

export function layCables(cables, surcharge, budget) {
  let groups = [...new Set(cables.flatMap(([islands]) => [...islands]))];
  let remaining = budget;
  const laid = [];

  for (;;) {
    const offer = cheapestJoin(cables, groups, surcharge);
    if (!offer || offer.cost > remaining) break;
    remaining -= offer.cost;
    laid.push(`${offer.islands}${offer.cost}`);
    groups = merge(groups, offer.first, offer.second);
  }

  return { laid, remaining, groups: groups.sort() };
}
