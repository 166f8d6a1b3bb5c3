const KNOB_NAMES = 'ABCD';

function circularDistance(a, b, size) {
  const gap = Math.abs(a - b);
  return Math.min(gap, size - gap);
}

export function searchDial(size, start, target, knobs, keep, rounds) {
  const goal = target % size;
  const met = new Set();

  const meet = (number, turns) => {
    met.add(number);
    return { number, turns, off: circularDistance(number, goal, size) };
  };

  const expand = (states) => {
    const fresh = [];
    for (const { number, turns } of states) {
      knobs.forEach(({ factor, shift }, knob) => {
        const next = (number * factor + shift) % size;
        if (!met.has(next)) {
          fresh.push(meet(next, turns + KNOB_NAMES[knob]));
        }
      });
    }
    return fresh;
  };

  let beam = [meet(start % size, '')];
  let best = beam[0];
  for (let round = 0; round < rounds && best.off > 0 && beam.length > 0; round++) {
    beam = expand(beam)
      .sort((a, b) => a.off - b.off || a.number - b.number)
      .slice(0, keep);
    if (beam.length > 0 && beam[0].off < best.off) {
      best = beam[0];
    }
  }
  return {
    nearest: best.number,
    off: best.off,
    turns: best.turns,
    met: met.size,
    inHand: beam.map(({ number }) => number),
  };
}
