const HEATING_PER_MINUTE = 8;
const COOLING_PER_MINUTE = 5;
const PATIENCE = 2;

function adjustment(from, to) {
  return to >= from
    ? Math.ceil((to - from) / HEATING_PER_MINUTE)
    : Math.ceil((from - to) / COOLING_PER_MINUTE);
}

function bestOven(ovens, order) {
  const offers = ovens.map((oven) => ({
    oven,
    start: oven.freeAt + adjustment(oven.degrees, order.degrees),
  }));
  return offers.reduce((best, offer) => (offer.start < best.start ? offer : best));
}

export function bakeOrders(orders, ovens) {
  const bakery = ovens.map((degrees) => ({ degrees, freeAt: 0 }));
  const queue = orders.map((order, index) => ({ ...order, index, passedOver: 0 }));
  const starts = orders.map(() => 0);
  const sequence = [];

  while (queue.length > 0) {
    const [first, second] = queue;
    let choice = bestOven(bakery, first);
    let position = 0;
    if (second && first.passedOver < PATIENCE) {
      const alternative = bestOven(bakery, second);
      if (alternative.start < choice.start) {
        choice = alternative;
        position = 1;
        first.passedOver += 1;
      }
    }
    const [order] = queue.splice(position, 1);
    starts[order.index] = choice.start;
    sequence.push(order.index + 1);
    choice.oven.degrees = order.degrees;
    choice.oven.freeAt = choice.start + order.minutes;
  }
  return { sequence, starts, ovensFree: bakery.map((oven) => oven.freeAt) };
}
