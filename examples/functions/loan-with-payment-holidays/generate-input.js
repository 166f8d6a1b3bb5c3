function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const principal = integer(400, 9500) * 100;
  const months = integer(4, 7);
  const paysOff = Math.random() < 0.35;
  const share = paysOff ? integer(25, 45) : integer(6, 20);
  const instalment = Math.floor((principal * share) / 10000) * 100 + integer(0, 3) * 25;
  const holidays = [];
  for (let month = 1; month <= months; month++) {
    if (Math.random() < 0.3) holidays.push(month);
  }
  return {
    principal,
    rateBasisPoints: integer(12, 60) * 25,
    instalment,
    holidays,
    months,
  };
}
