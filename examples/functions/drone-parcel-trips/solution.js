const MAX_PARCELS_PER_TRIP = 3;
const BASE_ENERGY_PER_KM = 4;
const GRAMS_PER_EXTRA_UNIT = 250;

function totalGrams(parcels) {
  return parcels.reduce((sum, parcel) => sum + parcel.grams, 0);
}

function tripEnergy(trip) {
  let position = 0;
  let load = totalGrams(trip);
  let energy = 0;
  for (const { km, grams } of trip) {
    const perKm = BASE_ENERGY_PER_KM + Math.ceil(load / GRAMS_PER_EXTRA_UNIT);
    energy += Math.abs(km - position) * perKm;
    position = km;
    load -= grams;
  }
  return energy + position * BASE_ENERGY_PER_KM;
}

function fillTrip(waiting, payload) {
  const trip = [];
  for (const parcel of waiting.slice(0, MAX_PARCELS_PER_TRIP)) {
    if (totalGrams(trip) + parcel.grams > payload) break;
    trip.push(parcel);
  }
  return trip;
}

export function planTrips(parcels, payload, battery) {
  const trips = [];
  const refused = [];
  let charge = battery;
  let energyUsed = 0;
  let recharges = 0;

  for (let next = 0; next < parcels.length; ) {
    const trip = fillTrip(parcels.slice(next), payload);
    if (trip.length === 0 || tripEnergy([parcels[next]]) > battery) {
      refused.push(next + 1);
      next++;
      continue;
    }
    while (trip.length > 0 && tripEnergy(trip) > charge) {
      trip.pop();
    }
    if (trip.length === 0) {
      charge = battery;
      recharges++;
      continue;
    }
    const energy = tripEnergy(trip);
    charge -= energy;
    energyUsed += energy;
    trips.push(trip.length);
    next += trip.length;
  }
  return { trips, energyUsed, recharges, charge, refused };
}
