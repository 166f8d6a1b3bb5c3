interface Load {
  readonly weight: number;
  readonly remaining: number;
}

function heaviestFirst(weights: number[]): number[] {
  return [...weights].sort((a, b) => b - a);
}

function place(boats: Load[], weight: number, capacity: number): void {
  let best = -1;
  for (let i = 0; i < boats.length; i++) {
    const fits = boats[i].remaining >= weight;
    if (fits && (best === -1 || boats[i].remaining < boats[best].remaining)) {
      best = i;
    }
  }
  if (best === -1) {
    boats.push({ weight, remaining: capacity - weight });
  } else {
    const boat = boats[best];
    boats[best] = { weight: boat.weight + weight, remaining: boat.remaining - weight };
  }
}

export function loadFerries(weights: number[], capacity: number) {
  const boats: Load[] = [];
  const leftBehind: number[] = [];
  for (const weight of heaviestFirst(weights)) {
    if (weight > capacity) {
      leftBehind.push(weight);
    } else {
      place(boats, weight, capacity);
    }
  }
  return {
    loads: boats.map((boat) => boat.weight),
    unusedCapacity: boats.reduce((sum, boat) => sum + boat.remaining, 0),
    leftBehind,
  };
}
