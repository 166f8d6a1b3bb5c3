function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function pick(values) {
  return values[integer(0, values.length - 1)];
}

function speed() {
  return integer(2, 12) * pick([-1, 1]);
}

export function generateInput() {
  const width = integer(12, 30) * 5;
  const height = integer(8, 18) * 5;
  const start = [integer(5, 39), integer(5, 39)];
  let push = [speed(), speed()];
  if (Math.random() < 0.12) push = [(width - start[0]) / 5, -start[1] / 5].map(Math.round);
  return {
    width,
    height,
    start,
    push,
    bounciness: pick([50, 50, 60, 75, 80, 90]),
    bounces: integer(4, 6),
  };
}
