interface Customer {
  gap: number;
  loaves: number;
}

const MINUTES_PER_LOAF = 2;
const CUSTOMERS_BETWEEN_RESTS = 3;

class Counter {
  freeAt = 0;
  private served = 0;

  constructor(private readonly restMinutes: number) {}

  serve(start: number, loaves: number): number {
    const finish = start + 1 + loaves * MINUTES_PER_LOAF;
    this.served++;
    const restDue = this.served % CUSTOMERS_BETWEEN_RESTS === 0;
    this.freeAt = finish + (restDue ? this.restMinutes : 0);
    return finish;
  }
}

function earliestFree(counters: Counter[]): Counter {
  return counters.reduce((best, next) => (next.freeAt < best.freeAt ? next : best));
}

export function runBakery(
  customers: Customer[],
  counterCount: number,
  patience: number,
  restMinutes: number,
) {
  const counters = Array.from({ length: counterCount }, () => new Counter(restMinutes));
  const departures: number[] = [];
  const lost: number[] = [];
  let clock = 0;
  let totalWait = 0;
  customers.forEach(({ gap, loaves }, index) => {
    clock += gap;
    const counter = earliestFree(counters);
    const wait = Math.max(0, counter.freeAt - clock);
    if (wait > patience + loaves) {
      lost.push(index + 1);
      return;
    }
    totalWait += wait;
    departures.push(counter.serve(clock + wait, loaves));
  });
  return { departures, lost, totalWait, counterFreeAt: counters.map((counter) => counter.freeAt) };
}
