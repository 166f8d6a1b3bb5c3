import math


def main_solution(amount, coins):
    """How to pay an amount with the fewest coins: how many of each; null when it cannot be paid."""
    fewest = [0]
    last = [0]
    for total in range(1, amount + 1):
        fewest.append(math.inf)
        last.append(0)
        for coin in coins:
            if coin <= total and fewest[total - coin] + 1 < fewest[total]:
                fewest[total] = fewest[total - coin] + 1
                last[total] = coin
    if fewest[amount] == math.inf:
        return None
    counts = {f"coin{coin}": 0 for coin in coins}
    rest = amount
    while rest > 0:
        counts[f"coin{last[rest]}"] += 1
        rest -= last[rest]
    return counts
