interface Applicant {
  mark: number;
  income: number;
  siblings: number;
  km: number;
}

interface Decision {
  readonly verdict: 'full' | 'half' | 'part' | 'wait' | 'none';
  readonly amount: number;
}

const merit = (a: Applicant): number => a.mark + 3 * a.siblings;

function claim({ mark, income, siblings, km }: Applicant): number {
  if (income < 18) {
    return siblings >= 2 ? 1050 - 20 * income : 900 - 20 * income;
  }
  if (income < 40) {
    return km > 30 ? 380 + 4 * km : 520 - 7 * (income - 18);
  }
  return mark >= 88 ? 13 * (mark - 70) : 0;
}

function decide(applicant: Applicant, fund: number, cutoff: number): Decision {
  const wanted = claim(applicant);
  const passed = applicant.mark >= cutoff;
  const appeal = !passed && applicant.income < 18 && applicant.siblings > 0;
  if (wanted === 0 || (!passed && !appeal)) {
    return { verdict: 'none', amount: 0 };
  }
  const amount = appeal ? Math.floor(wanted / 2) : wanted;
  if (amount <= fund) {
    return { verdict: appeal ? 'half' : 'full', amount };
  }
  return fund * 2 >= amount ? { verdict: 'part', amount: fund } : { verdict: 'wait', amount: 0 };
}

export function awardBursaries(applicants: Applicant[], fund: number) {
  const order = applicants
    .map((_, index) => index)
    .sort((i, j) => {
      const [a, b] = [applicants[i], applicants[j]];
      return merit(b) - merit(a) || a.income - b.income || i - j;
    });
  const steps = { full: 4, half: 2, part: 0, wait: -1, none: -3 };
  const results = applicants.map(() => '');
  let cutoff = 62;
  let left = fund;
  for (const index of order) {
    const { verdict, amount } = decide(applicants[index], left, cutoff);
    results[index] = `${verdict} ${amount}`;
    left -= amount;
    cutoff += steps[verdict];
  }
  return { results, left, cutoff };
}
