interface Firing {
  degrees: number;
  hold: number;
}

const COLD = 20;
const HEATING_PER_MINUTE = 8;
const COOLING_PER_MINUTE = 3;

class Kiln {
  clock = 0;
  private temperature = COLD;
  private heating = true;

  choose(pending: Firing[]): Firing {
    const ahead = pending.filter(({ degrees }) =>
      this.heating ? degrees >= this.temperature : degrees <= this.temperature,
    );
    if (ahead.length === 0) {
      this.heating = !this.heating;
      return this.choose(pending);
    }
    return ahead.reduce((best, firing) => (this.gap(firing) < this.gap(best) ? firing : best));
  }

  endOf(firing: Firing): number {
    const rate = firing.degrees > this.temperature ? HEATING_PER_MINUTE : COOLING_PER_MINUTE;
    return this.clock + Math.ceil(this.gap(firing) / rate) + firing.hold;
  }

  fire(firing: Firing): void {
    this.clock = this.endOf(firing);
    this.temperature = firing.degrees;
  }

  private gap(firing: Firing): number {
    return Math.abs(firing.degrees - this.temperature);
  }
}

export function planFirings(firings: Firing[], shiftMinutes: number) {
  const order: number[] = [];
  const minutesUsed: number[] = [];
  const rejected: number[] = [];
  let pending = [...firings];
  let kiln = new Kiln();

  while (pending.length > 0) {
    const firing = kiln.choose(pending);
    const fits = kiln.endOf(firing) <= shiftMinutes;
    if (!fits && kiln.clock > 0) {
      minutesUsed.push(kiln.clock);
      kiln = new Kiln();
      continue;
    }
    if (fits) {
      kiln.fire(firing);
    }
    (fits ? order : rejected).push(firings.indexOf(firing) + 1);
    pending = pending.filter((other) => other !== firing);
  }
  minutesUsed.push(kiln.clock);
  return { order, minutesUsed, rejected };
}
