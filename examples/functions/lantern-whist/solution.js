const suitOf = (card) => card[0];
const rankOf = (card) => Number(card.slice(1));

function beats(card, best, trump) {
  if (suitOf(card) === suitOf(best)) return rankOf(card) > rankOf(best);
  return suitOf(card) === trump;
}

function lowest(cards) {
  return cards.reduce((low, card) => (rankOf(card) < rankOf(low) ? card : low));
}

function highest(cards) {
  return cards.reduce((high, card) => (rankOf(card) > rankOf(high) ? card : high));
}

function reply(hand, led, best, trump) {
  const following = hand.filter((card) => suitOf(card) === suitOf(led));
  const allowed = following.length > 0 ? following : hand;
  const winning = allowed.filter((card) => beats(card, best, trump));
  return lowest(winning.length > 0 ? winning : allowed);
}

export function playWhist(hands, trump) {
  const held = hands.map((hand) => [...hand]);
  const points = hands.map(() => 0);
  const winners = [];
  let leader = 0;

  while (held.every((hand) => hand.length > 0)) {
    const led = highest(held[leader]);
    let best = led;
    let winner = leader;
    let pips = 0;
    for (let turn = 0; turn < held.length; turn++) {
      const player = (leader + turn) % held.length;
      const card = turn === 0 ? led : reply(held[player], led, best, trump);
      held[player].splice(held[player].indexOf(card), 1);
      pips += rankOf(card);
      if (turn > 0 && beats(card, best, trump)) {
        best = card;
        winner = player;
      }
    }
    points[winner] += suitOf(best) === trump ? pips : pips + 5;
    winners.push(winner + 1);
    leader = winner;
  }
  return { winners, points };
}
