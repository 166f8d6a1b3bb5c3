function primeFactors(number) {
  const factors = [];
  let rest = number;
  for (let divisor = 2; divisor * divisor <= rest; divisor++) {
    while (rest % divisor === 0) {
      factors.push(divisor);
      rest /= divisor;
    }
  }
  return rest > 1 ? [...factors, rest] : factors;
}

function nextHarvest(sacks, gift, capacity) {
  const factors = primeFactors(sacks);
  if (factors.length === 0) {
    return gift % capacity;
  }
  const smallest = factors[0];
  const largest = factors[factors.length - 1];
  return (largest * factors.length + smallest * gift) % capacity;
}

export function followHarvests(sacks, gift, capacity) {
  const yearOf = new Map();
  const history = [];
  let current = sacks;
  while (!yearOf.has(current)) {
    yearOf.set(current, history.length);
    history.push(current);
    current = nextHarvest(current, gift, capacity);
  }
  const cycleStart = yearOf.get(current);
  const cycle = history.slice(cycleStart);
  return {
    yearsBefore: cycleStart,
    cycleLength: cycle.length,
    cycleTotal: cycle.reduce((sum, value) => sum + value, 0),
    best: Math.max(...history),
    entry: current,
  };
}
