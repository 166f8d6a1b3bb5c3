function digitSum(number) {
  return [...String(number)].reduce((sum, digit) => sum + Number(digit), 0);
}

function strikeEvery(tickets, stride, fromBack) {
  const counted = fromBack ? [...tickets].reverse() : tickets;
  const isStruck = (_, index) => (index + 1) % stride === 0;
  const struck = counted.filter(isStruck);
  const kept = counted.filter((ticket, index) => !isStruck(ticket, index));
  return { struck, kept: fromBack ? kept.reverse() : kept };
}

export function sieveTickets(lowest, count, rounds) {
  let tickets = Array.from({ length: count }, (_, offset) => lowest + offset);
  const strides = [];
  let struckTotal = 0;
  for (let round = 0; round < rounds && round < tickets.length; round++) {
    const stride = (digitSum(tickets[round]) % 7) + 2;
    const fromBack = struckTotal % 2 === 1;
    const { struck, kept } = strikeEvery(tickets, stride, fromBack);
    strides.push(fromBack ? -stride : stride);
    struckTotal += struck.reduce((sum, ticket) => sum + ticket, 0);
    tickets = kept;
  }
  return { survivors: tickets, strides, struckTotal };
}
