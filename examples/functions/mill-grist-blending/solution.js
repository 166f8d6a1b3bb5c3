const round2 = (value) => Math.round(value * 100) / 100;

function dry(sack, limit) {
  if (sack.moisture <= limit) {
    return { kg: sack.kg, protein: sack.protein };
  }
  const kg = (sack.kg * (100 - sack.moisture)) / (100 - limit);
  return { kg: round2(kg), protein: sack.protein };
}

function sift(lot) {
  const loss = lot.protein < 11 ? 0.06 : 0.03;
  return { ...lot, kg: round2(lot.kg * (1 - loss)) };
}

function mix(first, second) {
  const kg = round2(first.kg + second.kg);
  const protein = (first.kg * first.protein + second.kg * second.protein) / kg;
  return { kg, protein: round2(protein) };
}

function pairUp(lots) {
  const ordered = [...lots].sort((a, b) => a.protein - b.protein || b.kg - a.kg);
  const blends = [];
  while (ordered.length > 1) {
    blends.push(mix(ordered.shift(), ordered.pop()));
  }
  return [...blends, ...ordered];
}

function fillBags(blends, bagSize) {
  let rest = { kg: 0, protein: 0 };
  const batches = blends.map((blend) => {
    const hopper = mix(blend, rest);
    const bags = Math.floor(hopper.kg / bagSize);
    rest = { kg: round2(hopper.kg - bags * bagSize), protein: hopper.protein };
    return { bags, protein: hopper.protein };
  });
  return { batches, restKg: rest.kg };
}

export function millGrist(sacks, limit, bagSize) {
  const lots = sacks.map((sack) => sift(dry(sack, limit)));
  return fillBags(pairUp(lots), bagSize);
}
