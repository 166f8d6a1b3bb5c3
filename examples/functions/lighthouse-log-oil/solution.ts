const MINUTES_PER_DAY = 24 * 60;

enum Oil {
  Clear = 2,
  Foggy = 5,
}

class Lamp {
  minutes = 0;
  oil = 0;
  private lit = false;

  constructor(readonly station: string) {}

  burn(minutes: number, rate: Oil): void {
    if (!this.lit) return;
    this.minutes += minutes;
    this.oil += minutes * rate;
  }

  switchTo(lit: boolean): boolean {
    const changed = this.lit !== lit;
    this.lit = lit;
    return changed;
  }
}

function minuteOfDay(entry: string): number {
  const digits = entry.slice(-4);
  return Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
}

export function auditLighthouses(log: string) {
  const entries = log.split(' ');
  const lamps = new Map<string, Lamp>();
  let clock = minuteOfDay(entries[0]);
  let foggy = false;
  let mistakes = 0;

  for (const entry of entries) {
    const now = minuteOfDay(entry);
    const elapsed = (now - clock + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    lamps.forEach((lamp) => lamp.burn(elapsed, foggy ? Oil.Foggy : Oil.Clear));
    clock = now;
    if (entry.startsWith('~')) {
      foggy = !foggy;
      continue;
    }
    const station = entry[0];
    const lamp = lamps.get(station) ?? new Lamp(station);
    lamps.set(station, lamp);
    if (!lamp.switchTo(entry[1] === '+')) mistakes += 1;
  }

  const stations = [...lamps.values()]
    .sort((a, b) => b.oil - a.oil || (a.station < b.station ? -1 : 1))
    .map(({ station, minutes, oil }) => ({ station, minutes, oil }));
  return { stations, mistakes };
}
