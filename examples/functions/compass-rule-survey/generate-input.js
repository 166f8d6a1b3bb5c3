function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

const PATTERNS = [
  [
    [3, 4],
    [-4, 3],
    [-7, -24],
    [8, -6],
  ],
  [
    [4, 3],
    [0, 1],
    [-1, 0],
    [-3, -4],
  ],
  [
    [5, 12],
    [-12, 5],
    [-3, -4],
    [1, 0],
  ],
  [
    [1, 0],
    [3, 4],
    [-4, 3],
    [-5, -12],
    [4, -3],
  ],
];

export function generateInput() {
  const pattern = PATTERNS[integer(0, PATTERNS.length - 1)];
  const legs = pattern.map(([east, north]) => {
    const size = Math.hypot(east, north);
    const factor = Math.max(1, Math.round(integer(20, 60) / size));
    return [east * factor, north * factor];
  });
  const endEast = legs.reduce((total, leg) => total + leg[0], 0);
  const endNorth = legs.reduce((total, leg) => total + leg[1], 0);
  if (Math.random() < 0.6) legs.push([integer(-4, 4) - endEast, integer(-4, 4) - endNorth]);
  return { legs };
}
