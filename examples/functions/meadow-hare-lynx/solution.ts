interface Herd {
  readonly hares: number;
  readonly starved: number;
}

const HARES_PER_HUNT = 12;
const HARES_TO_FEED_LYNX = 8;
const WANDERERS = 2;

function graze(hares: number, pasture: number): Herd {
  const young = Math.floor((hares * (hares <= pasture ? 6 : 2)) / 10);
  const crowd = hares + young;
  const starved = Math.floor(Math.max(0, crowd - pasture) / 2);
  return { hares: crowd - starved, starved };
}

function hunt(hares: number, lynxes: number): number {
  return Math.min(lynxes * HARES_PER_HUNT, Math.floor((hares * 3) / 10));
}

function nextLynxes(lynxes: number, caught: number): number {
  if (lynxes === 0) {
    return WANDERERS;
  }
  const fed = Math.floor(caught / HARES_TO_FEED_LYNX);
  if (fed >= lynxes) {
    return lynxes + Math.floor(lynxes / 2);
  }
  return lynxes - Math.ceil((lynxes - fed) / 2);
}

export function watchMeadow(hares: number, lynxes: number, pastures: number[]) {
  const totals = { starved: 0, caught: 0 };
  let peak = { year: 0, hares };
  for (const [index, pasture] of pastures.entries()) {
    const herd = graze(hares, pasture);
    const caught = hunt(herd.hares, lynxes);
    hares = herd.hares - caught;
    lynxes = nextLynxes(lynxes, caught);
    totals.starved += herd.starved;
    totals.caught += caught;
    if (hares > peak.hares) {
      peak = { year: index + 1, hares };
    }
  }
  return { hares, lynxes, ...totals, peak };
}
