function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

export function generateInput() {
  const stations = 'ABCD'.slice(0, integer(2, 4));
  const lit = new Set<string>();
  let clock = integer(15 * 60, 20 * 60);
  const entries = Array.from({ length: integer(9, 14) }, () => {
    const time = twoDigits(Math.floor(clock / 60) % 24) + twoDigits(clock % 60);
    clock += integer(3, 140);
    if (Math.random() < 0.25) return `~${time}`;
    const station = stations[integer(0, stations.length - 1)];
    const mistaken = Math.random() < 0.1;
    const switchOn = lit.has(station) === mistaken;
    if (switchOn) lit.add(station);
    else lit.delete(station);
    return `${station}${switchOn ? '+' : '-'}${time}`;
  });
  return { log: entries.join(' ') };
}
