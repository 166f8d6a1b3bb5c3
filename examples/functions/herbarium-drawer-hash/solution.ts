const MARKS = 1009;

function markOf(name: string, base: number): number {
  let mark = 7;
  for (const letter of name) {
    mark = (mark * base + letter.charCodeAt(0) - 96) % MARKS;
  }
  return mark;
}

class Cabinet {
  private readonly taken = new Set<number>();
  collisions = 0;

  constructor(private readonly drawers: number) {}

  file(mark: number): number {
    const stride = 1 + (mark % (this.drawers - 1));
    let drawer = mark % this.drawers;
    for (let tries = 0; tries < this.drawers; tries++) {
      if (!this.taken.has(drawer)) {
        this.taken.add(drawer);
        return drawer;
      }
      this.collisions++;
      drawer = (drawer + stride) % this.drawers;
    }
    return -1;
  }
}

export function fileHerbs(names: string[], drawers: number, base: number) {
  const cabinet = new Cabinet(drawers);
  const marks = names.map((name) => markOf(name, base));
  const places = marks.map((mark) => cabinet.file(mark));
  return { places, collisions: cabinet.collisions, marks };
}
