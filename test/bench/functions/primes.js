/** The primes below the limit, and the greatest gap between two neighbours. */
export function mainSolution(limit) {
  const isComposite = new Array(limit).fill(false);
  const primes = [];
  for (let n = 2; n < limit; n++) {
    if (isComposite[n]) continue;
    primes.push(n);
    for (let multiple = n * n; multiple < limit; multiple += n) isComposite[multiple] = true;
  }
  let widest = 0;
  for (let i = 1; i < primes.length; i++) widest = Math.max(widest, primes[i] - primes[i - 1]);
  return { primes, widest };
}
