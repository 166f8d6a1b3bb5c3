interface CriticalRoad {
  road: string;
  cutOff: number;
  lostTrips: number;
}

function reachable(from: string, roads: string[]): Set<string> {
  const seen = new Set([from]);
  for (const hamlet of seen) {
    for (const [a, b] of roads) {
      if (a === hamlet) seen.add(b);
      if (b === hamlet) seen.add(a);
    }
  }
  return seen;
}

function population(hamlets: Set<string>, people: Record<string, number>): number {
  let total = 0;
  for (const hamlet of hamlets) total += people[hamlet] ?? 0;
  return total;
}

export function surveyRoads(people: Record<string, number>, roads: string[]) {
  const critical: CriticalRoad[] = [];
  roads.forEach((road, index) => {
    const others = roads.filter((_, i) => i !== index);
    const nearSide = reachable(road[0], others);
    if (nearSide.has(road[1])) return;
    const farSide = reachable(road[1], others);
    const near = population(nearSide, people);
    const far = population(farSide, people);
    critical.push({ road, cutOff: Math.min(near, far), lostTrips: near * far });
  });
  critical.sort((a, b) => b.cutOff - a.cutOff || (a.road < b.road ? -1 : 1));
  return {
    critical: critical.map(({ road, cutOff }) => `${road}:${cutOff}`),
    lostTrips: critical.reduce((sum, { lostTrips }) => sum + lostTrips, 0),
  };
}
