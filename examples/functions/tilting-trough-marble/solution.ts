interface Trough {
  length: number;
  drag: number;
  bounce: number;
}

const TIME_STEP = 0.5;

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

class Marble {
  readonly knocks: string[] = [];

  constructor(
    public position: number,
    public velocity: number,
    private readonly trough: Trough,
  ) {}

  roll(push: number, step: number): void {
    const acceleration = push - this.trough.drag * this.velocity;
    this.velocity = toHundredths(this.velocity + acceleration * TIME_STEP);
    this.position = toHundredths(this.position + this.velocity * TIME_STEP);
    while (this.position < 0 || this.position > this.trough.length) {
      this.rebound(step);
    }
  }

  private rebound(step: number): void {
    const atStart = this.position < 0;
    const wall = atStart ? 0 : this.trough.length;
    this.position = toHundredths(2 * wall - this.position);
    this.velocity = toHundredths(-this.velocity * this.trough.bounce);
    this.knocks.push(`${atStart ? 'L' : 'R'}${step}`);
  }
}

export function rollMarble(position: number, velocity: number, trough: Trough, pushes: number[]) {
  const marble = new Marble(Math.min(position, trough.length), velocity, trough);
  let farthest = marble.position;
  pushes.forEach((push, index) => {
    marble.roll(push, index + 1);
    farthest = Math.max(farthest, marble.position);
  });
  return {
    position: toHundredths(marble.position),
    velocity: toHundredths(marble.velocity),
    farthest: toHundredths(farthest),
    knocks: marble.knocks,
  };
}
