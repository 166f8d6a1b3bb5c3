function properDivisorSum(number: number): number {
  let sum = number > 1 ? 1 : 0;
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor !== 0) continue;
    const partner = number / divisor;
    sum += partner === divisor ? divisor : divisor + partner;
  }
  return sum;
}

function oddDigits(number: number): number {
  return [...String(number)].filter((digit) => Number(digit) % 2 === 1).length;
}

export function auditStalls(first: number, last: number, step: number, tax: number) {
  const paid = [0, 0];
  const kinds = [0, 0, 0];
  let top = 0;
  let highest = 0;
  for (let stall = first; stall <= last; stall += step) {
    const worth = properDivisorSum(stall);
    const kind = worth < stall ? 0 : worth === stall ? 1 : 2;
    kinds[kind]++;
    if (kind === 1) continue;
    const due = (kind === 0 ? worth : 2 * (worth - stall)) + tax * oddDigits(stall);
    paid[kind === 0 ? 0 : 1] += due;
    if (due > highest) {
      highest = due;
      top = stall;
    }
  }
  return { paid, kinds, top };
}
