interface Bed {
  moisture: number;
  drying: number;
}

interface TendedBed extends Bed {
  waterings: number;
  wateredOn: number;
}

const DRY_BELOW = 40;
const WELL_WATERED = 60;
const MOST_PER_WATERING = 25;
const WATERINGS_PER_DAY = 2;
const STRESS_BELOW = 20;

function driestThirstyBed(beds: TendedBed[], day: number): TendedBed | undefined {
  return beds
    .filter((bed) => bed.moisture < DRY_BELOW && bed.wateredOn !== day)
    .reduce<TendedBed | undefined>(
      (driest, bed) => (driest && driest.moisture <= bed.moisture ? driest : bed),
      undefined,
    );
}

export function waterBeds(beds: Bed[], tank: number, rain: number, days: number) {
  const tended: TendedBed[] = beds.map((bed) => ({ ...bed, waterings: 0, wateredOn: 0 }));
  let level = tank;
  let stressDays = 0;

  for (let day = 1; day <= days; day++) {
    if (day % 3 === 0) {
      level = Math.min(tank, level + rain);
    }
    for (const bed of tended) {
      bed.moisture = Math.max(0, bed.moisture - bed.drying);
    }
    for (let turn = 0; turn < WATERINGS_PER_DAY && level > 0; turn++) {
      const bed = driestThirstyBed(tended, day);
      if (!bed) break;
      const litres = Math.min(WELL_WATERED - bed.moisture, MOST_PER_WATERING, level);
      bed.moisture += litres;
      bed.waterings++;
      bed.wateredOn = day;
      level -= litres;
    }
    stressDays += tended.filter((bed) => bed.moisture < STRESS_BELOW).length;
  }

  return {
    moisture: tended.map((bed) => bed.moisture),
    tank: level,
    waterings: tended.map((bed) => bed.waterings),
    stressDays,
  };
}
