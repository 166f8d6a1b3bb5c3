type Cargo = 'ballast' | 'grain' | 'oil' | 'livestock';

interface Quay {
  readonly name: string;
  readonly rate: number;
}

function chooseQuay(length: number, draft: number): Quay {
  if (draft > 90) {
    return length > 180
      ? { name: 'deep', rate: 7 * length }
      : { name: 'roads', rate: 3 * length + 5 * draft };
  }
  if (length <= 60) {
    return draft <= 35
      ? { name: 'inner', rate: 4 * length }
      : { name: 'mole', rate: 5 * length + draft };
  }
  return { name: 'long', rate: 6 * length - 2 * draft };
}

function berthFee(rate: number, nights: number): number {
  let nightly = rate;
  let total = 0;
  for (let night = 1; night <= nights; night++) {
    if (night % 5 === 0) {
      nightly = Math.floor((nightly + rate) / 2);
    } else if (night > 2) {
      nightly = Math.floor((nightly * 93) / 100);
    }
    total += nightly;
  }
  return total;
}

function pilotFee(draft: number, hour: number): number {
  const dark = hour < 6 || hour >= 21;
  if (draft > 60) {
    return dark ? 390 : 240;
  }
  return dark ? 165 : 0;
}

function cargoFee(cargo: Cargo, quay: Quay, berth: number, nights: number): number {
  switch (cargo) {
    case 'oil':
      return quay.name === 'inner' || quay.name === 'mole' ? Math.floor(berth / 3) : 85 * nights;
    case 'livestock':
      return nights > 3 ? 120 + 47 * (nights - 3) : 120;
    case 'grain':
      return berth > 3000 ? -Math.floor(berth / 12) : 64;
    case 'ballast':
      return 0;
  }
}

export function harbourDues(
  length: number,
  draft: number,
  cargo: Cargo,
  nights: number,
  hour: number,
) {
  const quay = chooseQuay(length, draft);
  const berth = berthFee(quay.rate, nights);
  const extra = cargoFee(cargo, quay, berth, nights) + 0;
  const pilot = pilotFee(draft, hour);
  const total = Math.ceil((berth + extra + pilot) / 5) * 5;
  return { quay: quay.name, berth, extra, pilot, total };
}
