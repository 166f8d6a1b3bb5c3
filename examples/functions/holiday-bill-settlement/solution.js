function indexOfExtreme(values, isBetter) {
  return values.reduce((best, value, i) => (isBetter(value, values[best]) ? i : best), 0);
}

const indexOfLargest = (values) => indexOfExtreme(values, (a, b) => a > b);
const indexOfSmallest = (values) => indexOfExtreme(values, (a, b) => a < b);

function shareCoins(coins, nights) {
  const allNights = nights.reduce((sum, n) => sum + n, 0);
  const shares = nights.map((n) => Math.floor((coins * n) / allNights));
  const remainders = nights.map((n) => (coins * n) % allNights);
  let left = coins - shares.reduce((sum, share) => sum + share, 0);
  while (left > 0) {
    const lucky = indexOfLargest(remainders);
    shares[lucky]++;
    remainders[lucky] = -1;
    left--;
  }
  return shares;
}

export function settleHoliday(nights, paid, coin) {
  const payments = nights.map((_, i) => paid[i] ?? 0);
  const total = payments.reduce((sum, amount) => sum + amount, 0);
  const shares = shareCoins(Math.floor(total / coin), nights).map((coins) => coins * coin);
  shares[indexOfLargest(payments)] += total % coin;

  const balances = payments.map((amount, i) => amount - shares[i]);
  const transfers = [];
  while (balances.some((balance) => balance !== 0)) {
    const debtor = indexOfSmallest(balances);
    const creditor = indexOfLargest(balances);
    const amount = Math.min(-balances[debtor], balances[creditor]);
    balances[debtor] += amount;
    balances[creditor] -= amount;
    transfers.push([debtor, creditor, amount]);
  }
  return { shares, transfers };
}
