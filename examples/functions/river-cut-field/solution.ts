interface Point {
  readonly x: number;
  readonly y: number;
}

interface River {
  readonly from: Point;
  readonly to: Point;
}

function sideOf({ from, to }: River, point: Point): number {
  return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function crossing(a: Point, b: Point, sideA: number, sideB: number): Point {
  const t = sideA / (sideA - sideB);
  return { x: round(a.x + t * (b.x - a.x)), y: round(a.y + t * (b.y - a.y)) };
}

function keepLeft(field: Point[], river: River): Point[] {
  return field.flatMap((corner, i) => {
    const next = field[(i + 1) % field.length];
    const here = sideOf(river, corner);
    const there = sideOf(river, next);
    const kept = here >= 0 ? [corner] : [];
    return here * there < 0 ? [...kept, crossing(corner, next, here, there)] : kept;
  });
}

function areaOf(field: Point[]): number {
  const doubled = field.reduce((sum, corner, i) => {
    const next = field[(i + 1) % field.length];
    return sum + corner.x * next.y - next.x * corner.y;
  }, 0);
  return round(Math.abs(doubled) / 2);
}

export function cutField(field: Point[], rivers: River[]) {
  const areas: number[] = [];
  let rest = field;
  for (const river of rivers) {
    const smaller = keepLeft(rest, river);
    if (areaOf(smaller) > 0) rest = smaller;
    areas.push(areaOf(rest));
  }
  return {
    corners: rest.map(({ x, y }) => [x, y]),
    areas,
    lost: round(areaOf(field) - areaOf(rest)),
  };
}
