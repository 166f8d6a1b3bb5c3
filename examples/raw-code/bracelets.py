#!/usr/bin/env python3
# How many different bracelets can be made out of a bag of beads?
# stdin: one bag per line, like   12R 30G 7B      (# = comment)
# two bracelets are the same if you can turn or flip one into the other
#
# for 100+ beads the numbers get silly (that was the point of the bet)
import sys
from functools import lru_cache, reduce
from math import gcd

sys.setrecursionlimit(10000)


@lru_cache(maxsize=None)
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def arr(counts):
    """arrangements of a multiset in a row"""
    x = fact(sum(counts))
    for c in counts:
        x //= fact(c)
    return x


def phi(n):
    return sum(1 for i in range(1, n + 1) if gcd(i, n) == 1)


def turns(c):
    g = reduce(gcd, c)
    s = 0
    for d in range(1, g + 1):
        if g % d == 0:
            s += phi(d) * arr([x // d for x in c])
    return s


def flips(c):
    n = sum(c)
    odd = [i for i, x in enumerate(c) if x % 2]
    half = [x // 2 for x in c]
    if n % 2:
        if len(odd) != 1:
            return 0
        return n * arr(half)
    # even: n/2 axes between beads, n/2 axes through two beads
    if len(odd) > 2:
        return 0
    s = 0
    if len(odd) == 0:
        s += n // 2 * arr(half)
        for i in range(len(c)):
            if half[i] > 0:
                h = list(half)
                h[i] -= 1
                s += n // 2 * arr(h)
    elif len(odd) == 2:
        # two odd colours sit on the axis, either way round
        s += n // 2 * 2 * arr(half)
    return s


def parse(line):
    d = {}
    for w in line.split("#")[0].split():
        d[w[-1]] = d.get(w[-1], 0) + int(w[:-1] or 1)
    return d


total = 0
for line in sys.stdin:
    d = parse(line)
    if not d:
        continue
    c = [v for v in d.values() if v]
    n = sum(c)
    t = turns(c)
    f = flips(c)
    assert t % n == 0
    assert (t + f) % (2 * n) == 0
    br = (t + f) // (2 * n)
    total += br
    # print(t // n, "without flipping")
    print(f"{n} beads -> {br}")
    if br > 10 ** 15:
        print(f"   ({len(str(br))} digits, digit sum {sum(map(int, str(br)))}, mod 2^61-1: {br % (2 ** 61 - 1)})")
print("sum", total)
