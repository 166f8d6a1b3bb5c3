const BOWLS_PER_SIDE = 4;
const RING_SIZE = 2 * BOWLS_PER_SIDE;

class SowingBoard {
  readonly stores = [0, 0];
  private readonly bowls: number[];

  constructor(south: number[], north: number[]) {
    this.bowls = [...south, ...north];
  }

  chooseBowl(player: number, wanted: number): number {
    for (let shift = 0; shift < BOWLS_PER_SIDE; shift++) {
      const bowl = player * BOWLS_PER_SIDE + ((wanted - 1 + shift) % BOWLS_PER_SIDE);
      if (this.bowls[bowl] > 0) return bowl;
    }
    return -1;
  }

  sow(player: number, start: number): boolean {
    let seeds = this.bowls[start];
    this.bowls[start] = 0;
    let position = start;
    while (seeds > 0) {
      position = (position + 1) % RING_SIZE;
      const passedOwnEnd = position === ((player + 1) * BOWLS_PER_SIDE) % RING_SIZE;
      if (passedOwnEnd) {
        this.stores[player]++;
        seeds--;
        if (seeds === 0) return true;
      }
      this.bowls[position]++;
      seeds--;
    }
    this.capture(player, position);
    return false;
  }

  side(player: number): number[] {
    return this.bowls.slice(player * BOWLS_PER_SIDE, (player + 1) * BOWLS_PER_SIDE);
  }

  private capture(player: number, last: number): void {
    const opposite = RING_SIZE - 1 - last;
    const isOwn = Math.floor(last / BOWLS_PER_SIDE) === player;
    if (isOwn && this.bowls[last] === 1 && this.bowls[opposite] > 0) {
      this.stores[player] += this.bowls[opposite] + 1;
      this.bowls[opposite] = 0;
      this.bowls[last] = 0;
    }
  }
}

export function playSowing(south: number[], north: number[], moves: number[]) {
  const board = new SowingBoard(south, north);
  let player = 0;
  for (const move of moves) {
    const bowl = board.chooseBowl(player, move);
    if (bowl === -1) break;
    const playsAgain = board.sow(player, bowl);
    if (!playsAgain) player = 1 - player;
  }
  return {
    south: board.side(0),
    north: board.side(1),
    stores: board.stores,
    next: player === 0 ? 'south' : 'north',
  };
}
