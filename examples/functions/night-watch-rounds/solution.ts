class Room {
  readonly exits: string[] = [];
  private pointer = 0;

  nextExit(cameFrom: string): string {
    let exit = this.advance();
    if (exit === cameFrom && this.exits.length > 1) {
      exit = this.advance();
    }
    return exit;
  }

  private advance(): string {
    const exit = this.exits[this.pointer];
    this.pointer = (this.pointer + 1) % this.exits.length;
    return exit;
  }
}

function buildRooms(doors: string[], start: string): Map<string, Room> {
  const rooms = new Map([[start, new Room()]]);
  for (const [a, b] of doors) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ]) {
      const room = rooms.get(from) ?? new Room();
      room.exits.push(to);
      rooms.set(from, room);
    }
  }
  return rooms;
}

function wasUsed(path: string, [a, b]: string): boolean {
  return path.includes(a + b) || path.includes(b + a);
}

export function patrol(doors: string[], start: string, steps: number) {
  const rooms = buildRooms(doors, start);
  let path = start;
  let cameFrom = '';
  for (let step = 0; step < steps; step++) {
    const here = path[path.length - 1];
    const room = rooms.get(here) ?? new Room();
    if (room.exits.length === 0) break;
    path += room.nextExit(cameFrom);
    cameFrom = here;
  }
  return { path, unusedDoors: doors.filter((door) => !wasUsed(path, door)) };
}
