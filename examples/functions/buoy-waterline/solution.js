const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;

function excessDisplacement(depth, radius, density) {
  return depth ** 2 * (3 * radius - depth) - 4 * radius ** 3 * density;
}

class Bracket {
  constructor(radius, density) {
    this.low = { depth: 0, excess: excessDisplacement(0, radius, density) };
    this.high = { depth: 2 * radius, excess: excessDisplacement(2 * radius, radius, density) };
    this.moves = '';
  }

  estimate() {
    const { low, high } = this;
    const slope = (high.excess - low.excess) / (high.depth - low.depth);
    return round(low.depth - low.excess / slope, 3);
  }

  narrow(depth, excess) {
    const [moved, stale, mark] = excess < 0 ? ['low', 'high', 'D'] : ['high', 'low', 'U'];
    if (this.moves.endsWith(mark)) {
      this[stale].excess /= 2;
    }
    this[moved] = { depth, excess };
    this.moves += mark;
  }
}

export function findWaterline(radius, density, soundings) {
  const bracket = new Bracket(radius, density);
  let depth = radius;
  for (let i = 0; i < soundings && bracket.low.depth < bracket.high.depth; i++) {
    depth = bracket.estimate();
    bracket.narrow(depth, excessDisplacement(depth, radius, density));
  }
  return {
    depth,
    moves: bracket.moves,
    width: round(bracket.high.depth - bracket.low.depth, 3),
    waterlineRadius: round(Math.sqrt(depth * (2 * radius - depth)), 2),
  };
}
