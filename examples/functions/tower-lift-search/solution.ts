interface Situation {
  floor: number;
  energy: number;
  presses: number[];
}

const ENERGY_PER_PRESS = 2;

function rideEnergy(move: number): number {
  return ENERGY_PER_PRESS + (move > 0 ? 3 * move : -move);
}

function keyOf({ floor, presses }: Situation): string {
  return `${floor}/${presses.at(-1) ?? 'none'}`;
}

function takeCheapest(frontier: Situation[]): Situation {
  let cheapest = 0;
  frontier.forEach(({ energy }, i) => {
    if (energy < frontier[cheapest].energy) cheapest = i;
  });
  return frontier.splice(cheapest, 1)[0];
}

export function cheapestRide(
  topFloor: number,
  buttons: number[],
  sealed: number[],
  start: number,
  goal: number,
) {
  const frontier: Situation[] = [{ floor: start, energy: 0, presses: [] }];
  const examined = new Set<string>();

  while (frontier.length > 0) {
    const current = takeCheapest(frontier);
    if (examined.has(keyOf(current))) continue;
    examined.add(keyOf(current));
    if (current.floor === goal) {
      return { energy: current.energy, presses: current.presses, examined: examined.size };
    }
    for (const move of buttons) {
      const floor = current.floor + move;
      const reachable = floor >= 1 && floor <= topFloor && !sealed.includes(floor);
      if (!reachable || move === current.presses.at(-1)) continue;
      frontier.push({
        floor,
        energy: current.energy + rideEnergy(move),
        presses: [...current.presses, move],
      });
    }
  }
  return { energy: -1, presses: [], examined: examined.size };
}
