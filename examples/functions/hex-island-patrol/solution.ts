interface Hex {
  readonly q: number;
  readonly r: number;
}

const DIRECTIONS: Hex[] = [
  { q: 1, r: 0 },
  { q: 0, r: 1 },
  { q: -1, r: 1 },
  { q: -1, r: 0 },
  { q: 0, r: -1 },
  { q: 1, r: -1 },
];

function distance({ q, r }: Hex): number {
  return Math.max(Math.abs(q), Math.abs(r), Math.abs(q + r));
}

class Patrol {
  private position: Hex = { q: 0, r: 0 };
  private bumps = 0;
  private readonly visits = new Map<string, number>([['0,0', 1]]);

  constructor(
    private readonly radius: number,
    private heading: number,
  ) {}

  turn(sixths: number): void {
    this.heading = (this.heading + sixths + 6) % 6;
  }

  step(): void {
    while (distance(this.ahead()) > this.radius) {
      this.turn(1);
      this.bumps++;
    }
    this.position = this.ahead();
    const key = `${this.position.q},${this.position.r}`;
    const visits = (this.visits.get(key) ?? 0) + 1;
    this.visits.set(key, visits);
    if (visits % 2 === 0) this.turn(-1);
  }

  report() {
    const { position, heading, bumps } = this;
    const busiest = Math.max(...this.visits.values());
    return { ...position, heading, bumps, cellsSeen: this.visits.size, busiest };
  }

  private ahead(): Hex {
    const { q, r } = DIRECTIONS[this.heading];
    return { q: this.position.q + q, r: this.position.r + r };
  }
}

export function patrolIsland(radius: number, heading: number, orders: string) {
  const patrol = new Patrol(radius, heading);
  for (const order of orders) {
    if (order === 'R') patrol.turn(1);
    else if (order === 'L') patrol.turn(-1);
    else for (let left = Number(order); left > 0; left--) patrol.step();
  }
  return patrol.report();
}
