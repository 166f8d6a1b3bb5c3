function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function pick<T>(options: readonly T[]): T {
  return options[integer(0, options.length - 1)];
}

const NAMES = ['guest', 'host', 'town', 'dish', 'hall'] as const;
const WORDS: Record<string, string[]> = {
  guest: ['Marianne', 'Old Tobias', '{host} junior', 'Aurelio of {town}'],
  host: ['Leopold', 'Seraphine', 'Uncle {guest:3}', '{hall:4R}mann'],
  town: ['Oberau', 'Kingsbridge', '{dish|hall:5}ville', 'Saint {host:RU3}'],
  dish: ['plum dumplings', 'onion soup', '{town:V} stew', '{guest|town:4}burger'],
  hall: ['Granary', 'Blue Lantern', '{town:U3} inn', '{dish|host:V} room'],
};

function steps(): string {
  if (Math.random() < 0.35) return '';
  const count = integer(1, 3);
  return (
    ':' +
    Array.from({ length: count }, () => pick(['U', 'R', 'V', 'V', String(integer(3, 9))])).join('')
  );
}

function blank(): string {
  const second = Math.random() < 0.35 ? `|${pick(NAMES)}` : '';
  return `{${pick(NAMES)}${second}${steps()}}`;
}

export function generateInput() {
  const links = ['Dear ', ' at ', ' with ', ', ', ' from ', ' and '];
  const template = Array.from(
    { length: integer(3, 4) },
    () => pick(links).trimStart() + blank(),
  ).join(' ');
  const fields: Record<string, string> = {};
  const missing = pick(NAMES);
  for (const name of NAMES) {
    if (name !== missing) fields[name] = pick(WORDS[name]);
  }
  return { template, fields };
}
