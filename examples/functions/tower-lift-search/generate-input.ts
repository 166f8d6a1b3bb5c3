function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function walk(start: number, topFloor: number, buttons: number[], sealed: number[]): number {
  let floor = start;
  let last = 0;
  for (let step = integer(3, 5); step > 0; step--) {
    const moves = buttons.filter((move) => {
      const next = floor + move;
      return move !== last && next >= 1 && next <= topFloor && !sealed.includes(next);
    });
    if (moves.length === 0) break;
    last = moves[integer(0, moves.length - 1)];
    floor += last;
  }
  return floor;
}

export function generateInput() {
  const topFloor = integer(12, 24);
  const up = integer(2, 4);
  const buttons = [up, up + integer(1, 5), -integer(1, 3)];
  if (Math.random() < 0.5) {
    buttons.splice(integer(0, 2), 0, -integer(4, 7));
  }
  const start = integer(1, topFloor);
  const sealed = [...new Set(Array.from({ length: integer(1, 4) }, () => integer(1, topFloor)))];
  const unsealed = sealed.filter((floor) => floor !== start);
  let goal = start;
  for (let attempt = 0; attempt < 6 && goal === start; attempt++) {
    goal = walk(start, topFloor, buttons, unsealed);
  }
  if (Math.random() < 0.15) {
    goal = integer(1, topFloor);
  }
  return { topFloor, buttons, sealed: unsealed, start, goal };
}
