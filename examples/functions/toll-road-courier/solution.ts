type Road = [from: string, to: string, toll: number];

interface Trip {
  readonly route: string;
  readonly paid: number;
}

function lastTown(trip: Trip): string {
  return trip.route[trip.route.length - 1];
}

function isBetter(a: Trip, b: Trip): boolean {
  if (a.paid !== b.paid) return a.paid < b.paid;
  if (a.route.length !== b.route.length) return a.route.length < b.route.length;
  return a.route < b.route;
}

function takeBest(trips: Trip[]): Trip {
  let best = 0;
  for (let i = 1; i < trips.length; i++) {
    if (isBetter(trips[i], trips[best])) best = i;
  }
  return trips.splice(best, 1)[0];
}

function extend(trip: Trip, roads: Road[], freeEvery: number): Trip[] {
  const here = lastTown(trip);
  const isFree = trip.route.length % freeEvery === 0;
  return roads
    .filter(([from, to]) => from === here || to === here)
    .map(([from, to, toll]) => ({
      route: trip.route + (from === here ? to : from),
      paid: trip.paid + (isFree ? 0 : toll),
    }));
}

export function cheapestTrip(roads: Road[], start: string, destination: string, freeEvery: number) {
  const open: Trip[] = [{ route: start, paid: 0 }];
  const settled = new Set<string>();
  while (open.length > 0) {
    const trip = takeBest(open);
    if (lastTown(trip) === destination) {
      return { route: trip.route, paid: trip.paid };
    }
    const state = `${lastTown(trip)}${trip.route.length % freeEvery}`;
    if (!settled.has(state)) {
      settled.add(state);
      open.push(...extend(trip, roads, freeEvery));
    }
  }
  return { route: '', paid: 0 };
}
