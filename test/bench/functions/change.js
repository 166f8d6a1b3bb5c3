/** How to pay an amount with the fewest coins: how many of each; null when it cannot be paid. */
export function mainSolution(amount, coins) {
  const fewest = [0];
  const last = [0];
  for (let sum = 1; sum <= amount; sum++) {
    fewest[sum] = Infinity;
    last[sum] = 0;
    for (const coin of coins) {
      if (coin <= sum && fewest[sum - coin] + 1 < fewest[sum]) {
        fewest[sum] = fewest[sum - coin] + 1;
        last[sum] = coin;
      }
    }
  }
  if (fewest[amount] === Infinity) return null;
  const counts = {};
  for (const coin of coins) counts[`coin${coin}`] = 0;
  for (let rest = amount; rest > 0; rest -= last[rest]) counts[`coin${last[rest]}`] += 1;
  return counts;
}
