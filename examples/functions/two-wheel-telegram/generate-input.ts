function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

const WORDS = [
  'ARRIVE',
  'HARBOUR',
  'NOON',
  'SEND',
  'COPPER',
  'WAGON',
  'BRIDGE',
  'CLOSED',
  'MILLER',
  'QUIET',
  'SNOW',
  'NORTH',
];

export function generateInput() {
  const words = Array.from({ length: integer(13, 17) }, () => WORDS[integer(0, WORDS.length - 1)]);
  return {
    text: words.join(' '),
    fast: integer(0, 25),
    slow: integer(0, 25),
    notch: integer(1, 26),
  };
}
