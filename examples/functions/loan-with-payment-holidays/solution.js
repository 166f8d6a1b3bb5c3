const RATE_SCALE = 120000;

function divideHalfEven(numerator, denominator) {
  const remainder = numerator % denominator;
  const quotient = (numerator - remainder) / denominator;
  const doubled = 2 * remainder;
  const roundsUp = doubled > denominator || (doubled === denominator && quotient % 2 === 1);
  return roundsUp ? quotient + 1 : quotient;
}

function raiseInstalment(instalment) {
  return Math.ceil((instalment * 105) / 10000) * 100;
}

export function repayLoan(principal, rateBasisPoints, instalment, holidays, months) {
  let balance = principal;
  let due = instalment;
  let interestTotal = 0;
  let lastPayment = 0;
  let month = 0;

  while (month < months && balance > 0) {
    month++;
    const interest = divideHalfEven(balance * rateBasisPoints, RATE_SCALE);
    interestTotal += interest;
    balance += interest;

    if (holidays.includes(month)) {
      due = raiseInstalment(due);
      continue;
    }
    lastPayment = Math.min(due, balance);
    balance -= lastPayment;
  }

  return { balance, interestTotal, lastPayment, instalment: due, monthsRun: month };
}
