function addCoin(ways: number[], coin: number, limit: number): number[] {
  return ways.map((_, toll) => {
    let count = 0;
    for (let pieces = 0; pieces <= limit && pieces * coin <= toll; pieces++) {
      count += ways[toll - pieces * coin];
    }
    return count;
  });
}

function richestToll(ways: number[]): number {
  return ways.reduce((best, count, toll) => (count >= ways[best] ? toll : best), 0);
}

export function countPurses(coins: number[], amount: number, limit: number) {
  let ways: number[] = Array.from({ length: amount + 1 }, (_, toll) => (toll === 0 ? 1 : 0));
  for (const coin of coins) {
    ways = addCoin(ways, coin, limit);
  }
  const richest = richestToll(ways);
  return {
    ways: ways[amount],
    richest: [richest, ways[richest]],
    unpayable: ways.filter((count) => count === 0).length,
  };
}
