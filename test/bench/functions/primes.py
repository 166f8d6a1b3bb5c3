def main_solution(limit):
    """The primes below the limit, and the greatest gap between two neighbours."""
    is_composite = [False] * limit
    primes = []
    for n in range(2, limit):
        if is_composite[n]:
            continue
        primes.append(n)
        for multiple in range(n * n, limit, n):
            is_composite[multiple] = True
    widest = 0
    for i in range(1, len(primes)):
        widest = max(widest, primes[i] - primes[i - 1])
    return {"primes": primes, "widest": widest}
