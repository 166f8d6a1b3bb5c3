interface GearPair {
  readonly wheel: number;
  readonly pinion: number;
}

function leap(older: GearPair, newer: GearPair, times: number): GearPair {
  return {
    wheel: older.wheel + times * newer.wheel,
    pinion: older.pinion + times * newer.pinion,
  };
}

function mostLeaps(older: GearPair, newer: GearPair, maxTeeth: number): number {
  const byWheel = Math.floor((maxTeeth - older.wheel) / newer.wheel);
  const byPinion = Math.floor((maxTeeth - older.pinion) / newer.pinion);
  return Math.min(byWheel, byPinion);
}

export function chooseGears(wanted: number, per: number, maxTeeth: number) {
  const deviation = ({ wheel, pinion }: GearPair) =>
    wheel === 0 || pinion === 0 ? Infinity : Math.abs((wheel * per) / (pinion * wanted) - 1);

  const terms: number[] = [];
  let older: GearPair = { wheel: 0, pinion: 1 };
  let newer: GearPair = { wheel: 1, pinion: 0 };
  let [dividend, divisor] = [wanted, per];
  while (divisor > 0) {
    const term = Math.floor(dividend / divisor);
    const affordable = mostLeaps(older, newer, maxTeeth);
    if (term > affordable) {
      const shortened = leap(older, newer, affordable);
      if (deviation(shortened) < deviation(newer)) newer = shortened;
      break;
    }
    terms.push(term);
    [older, newer] = [newer, leap(older, newer, term)];
    [dividend, divisor] = [divisor, dividend % divisor];
  }
  return {
    terms,
    wheel: newer.wheel,
    pinion: newer.pinion,
    deviationPpm: Math.round(deviation(newer) * 1e6),
  };
}
