interface Bell {
  period: number;
  first: number;
}

interface Chime {
  readonly moment: number;
  readonly cycle: number;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function join(chime: Chime, bell: Bell): Chime | undefined {
  const shared = greatestCommonDivisor(chime.cycle, bell.period);
  if ((chime.moment - bell.first) % shared !== 0) return undefined;
  let moment = chime.moment;
  while (moment < bell.first || (moment - bell.first) % bell.period !== 0) {
    moment += chime.cycle;
  }
  return { moment, cycle: (chime.cycle / shared) * bell.period };
}

export function ringTogether(bells: Bell[], longestCycle: number) {
  let chime: Chime = { moment: 0, cycle: 1 };
  const clashing: number[] = [];
  const tooSlow: number[] = [];
  bells.forEach((bell, index) => {
    const joined = join(chime, bell);
    if (!joined) {
      clashing.push(index + 1);
    } else if (joined.cycle > longestCycle) {
      tooSlow.push(index + 1);
    } else {
      chime = joined;
    }
  });
  return { moment: chime.moment, cycle: chime.cycle, clashing, tooSlow };
}
