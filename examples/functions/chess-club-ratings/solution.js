function expectedScore(own, other) {
  return 1 / (1 + 10 ** ((other - own) / 400));
}

export function rateSeason(ratings, games, weight) {
  const current = [...ratings];
  const streaks = ratings.map(() => 0);
  let largest = 0;

  const record = (player, hasWon) => {
    streaks[player] = hasWon ? streaks[player] + 1 : 0;
    if (streaks[player] >= 2) current[player]++;
  };

  for (const [first, second, result] of games) {
    const surprise = result / 2 - expectedScore(current[first], current[second]);
    const change = Math.round(weight * surprise) || 0;
    current[first] += change;
    current[second] -= change;
    largest = Math.max(largest, Math.abs(change));
    record(first, result === 2);
    record(second, result === 0);
  }
  const leader = current.indexOf(Math.max(...current));
  return { ratings: current, leader, largest };
}
