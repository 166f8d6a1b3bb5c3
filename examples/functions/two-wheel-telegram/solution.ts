const LETTERS = 26;
const CODE_OF_A = 'A'.charCodeAt(0);

interface Wheels {
  fast: number;
  slow: number;
}

function encipher(place: number, wheels: Wheels): number {
  const moved = (place + wheels.fast) % LETTERS;
  const mirrored = LETTERS - 1 - moved;
  return (mirrored + wheels.slow) % LETTERS;
}

function advance(wheels: Wheels, place: number, notch: number): Wheels {
  const before = wheels.fast;
  const after = before + 1 + (place % 3);
  const passes = (before < notch && after >= notch) || after >= notch + LETTERS;
  return {
    fast: after % LETTERS,
    slow: passes ? (wheels.slow + 5) % LETTERS : wheels.slow,
  };
}

export function encipherTelegram(text: string, fast: number, slow: number, notch: number) {
  let wheels: Wheels = { fast, slow };
  let telegram = '';
  for (const character of text) {
    const place = character.charCodeAt(0) - CODE_OF_A;
    if (place < 0 || place >= LETTERS) {
      telegram += character;
      continue;
    }
    telegram += String.fromCharCode(CODE_OF_A + encipher(place, wheels));
    wheels = advance(wheels, place, notch);
  }
  return { telegram, wheels: [wheels.fast, wheels.slow] };
}
