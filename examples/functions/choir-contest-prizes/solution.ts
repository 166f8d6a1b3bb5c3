const PLACE_SHARES = [50, 30, 20];

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

function judgeBiases(scores: number[][]): number[] {
  const judges = scores[0].length;
  const grandTotal = sum(scores.map(sum));
  return scores[0].map((_, judge) => {
    const judgeTotal = sum(scores.map((row) => row[judge]));
    return Math.round((judges * judgeTotal - grandTotal) / (judges * scores.length)) + 0;
  });
}

function correctedTotal(row: number[], biases: number[]): number {
  const corrected = row.map((score, judge) => score - biases[judge]);
  return sum(corrected) - Math.max(...corrected) - Math.min(...corrected);
}

function placeOf(total: number, totals: number[]): number {
  return totals.filter((other) => other > total).length;
}

function prizeFor(total: number, totals: number[], purse: number): number {
  const place = placeOf(total, totals);
  const sharers = totals.filter((other) => other === total).length;
  const percent = sum(PLACE_SHARES.slice(place, place + sharers));
  return Math.floor((purse * percent) / (100 * sharers));
}

export function awardChoirs(scores: number[][], purse: number) {
  const biases = judgeBiases(scores);
  const totals = scores.map((row) => correctedTotal(row, biases));
  const prizes = totals.map((total) => prizeFor(total, totals, purse));
  return { biases, totals, prizes, kept: purse - sum(prizes) };
}
