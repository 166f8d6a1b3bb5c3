const WHEEL = 9973;

class Drum {
  constructor(
    public position: number,
    private readonly multiplier: number,
    private readonly increment: number,
  ) {}

  turn(): number {
    this.position = (this.position * this.multiplier + this.increment) % WHEEL;
    return this.position;
  }
}

export function drawLottery(
  tickets: number,
  seed: number,
  multiplier: number,
  increment: number,
  draws: number,
) {
  const drum = new Drum(seed, multiplier, increment);
  const row = Array.from({ length: tickets }, (_, index) => index + 1);
  const winners: number[] = [];
  while (winners.length < draws && row.length > 0) {
    const [ticket] = row.splice(drum.turn() % row.length, 1);
    winners.push(ticket);
    if (ticket % 5 === 0) drum.turn();
  }
  const leftSum = row.reduce((sum, ticket) => sum + ticket, 0);
  return { winners, position: drum.position, leftSum };
}
