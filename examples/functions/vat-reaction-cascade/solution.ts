interface Vat {
  readonly reagent: number;
  readonly intermediate: number;
  readonly product: number;
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function react(vat: Vat, firstRate: number, secondRate: number): Vat {
  const formed = toHundredths(vat.reagent * firstRate);
  const finished = toHundredths(vat.intermediate * secondRate);
  return {
    reagent: toHundredths(vat.reagent - formed),
    intermediate: toHundredths(vat.intermediate + formed - finished),
    product: toHundredths(vat.product + finished),
  };
}

export function runCascade(
  charge: number,
  rates: { first: number; second: number },
  ventLevel: number,
  minutes: number,
) {
  let vat: Vat = { reagent: charge, intermediate: 0, product: 0 };
  let chilled = false;
  let drawnOff = 0;
  const ventMinutes: number[] = [];
  for (let minute = 1; minute <= minutes; minute++) {
    vat = react(vat, chilled ? rates.first / 2 : rates.first, rates.second);
    chilled = vat.intermediate > ventLevel;
    if (chilled) {
      const vented = toHundredths(vat.intermediate / 4);
      vat = { ...vat, intermediate: toHundredths(vat.intermediate - vented) };
      drawnOff = toHundredths(drawnOff + vented);
      ventMinutes.push(minute);
    }
  }
  return { ...vat, drawnOff, ventMinutes };
}
