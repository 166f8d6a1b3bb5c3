const REEF = 1;
const TIDE_LEAD = 20;

function targetFor(player, scores, holdAt) {
  const lead = Math.max(...scores) - scores[player];
  return lead >= TIDE_LEAD ? holdAt + 6 : holdAt;
}

function playTurn(dice, start, target) {
  let catchSize = 0;
  let previous = 0;
  for (let i = start; i < dice.length; i++) {
    const die = dice[i];
    if (die === REEF) return { catchSize: 0, next: i + 1, outcome: 'wrecked' };
    catchSize += die === previous ? 2 * die : die;
    previous = die;
    if (catchSize >= target) return { catchSize, next: i + 1, outcome: 'landed' };
  }
  return { catchSize: 0, next: dice.length, outcome: 'at sea' };
}

function bank(score, catchSize) {
  const total = score + catchSize;
  return total % 10 === 0 ? total - 5 : total;
}

export function playHarbour(dice, players, holdAt) {
  const scores = Array.from({ length: players }, () => 0);
  const wrecks = Array.from({ length: players }, () => 0);
  let player = 0;
  let next = 0;
  let bestCatch = 0;

  while (next < dice.length) {
    const turn = playTurn(dice, next, targetFor(player, scores, holdAt));
    next = turn.next;
    if (turn.outcome === 'landed') {
      scores[player] = bank(scores[player], turn.catchSize);
      bestCatch = Math.max(bestCatch, turn.catchSize);
    } else if (turn.outcome === 'wrecked') {
      wrecks[player] += 1;
      if (wrecks[player] % 2 === 0) scores[player] = Math.floor(scores[player] / 2);
    }
    player = (player + 1) % players;
  }

  return { scores, wrecks, bestCatch };
}
