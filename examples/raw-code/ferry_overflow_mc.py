"""
How often do we leave cars on the quay?

Quick and dirty monte carlo, run it a couple of times to see how much it moves.
"""
import random
import math
import sys

LANES = 4
LANE_LEN = 38.0      # metres usable
GAP = 0.6

# kind: share, min len, max len
KINDS = [
    ("car", 0.74, 3.6, 5.0),
    ("van", 0.15, 5.0, 7.2),
    ("caravan", 0.08, 9.0, 12.5),
    ("truck", 0.03, 11.0, 16.5),
]


def poisson(lam):
    # add up waiting times until the hour is over
    n = 0
    t = random.expovariate(lam)
    while t < 1.0:
        n += 1
        t += random.expovariate(lam)
    return n


def vehicle():
    r = random.random()
    for name, share, lo, hi in KINDS:
        if r < share:
            return name, random.uniform(lo, hi)
        r -= share
    return "car", 4.2


def load(queue):
    """drivers are sent to the lane with most room left, those who don't fit wait"""
    room = [LANE_LEN] * LANES
    left = []
    for name, l in queue:
        if name == "truck":
            i = 0 if room[0] >= room[-1] else LANES - 1   # trucks only outer lanes
        else:
            i = room.index(max(room))
        if room[i] >= l:
            room[i] -= l + GAP
        else:
            left.append((name, l))
    return left


def day(rate_per_hour, departures=10):
    q = []
    worst = 0
    for k in range(departures):
        lam = rate_per_hour * (1.6 if k in (2, 3, 7) else 1.0)   # rush
        q += [vehicle() for _ in range(poisson(lam))]
        q = load(q)
        worst = max(worst, len(q))
    return worst, len(q)


def estimate(rate, runs):
    hit = 0
    s = 0
    s2 = 0
    for _ in range(runs):
        w, rest = day(rate)
        if rest > 0:
            hit += 1
        s += w
        s2 += w * w
    p = hit / runs
    err = 1.96 * math.sqrt(p * (1 - p) / runs)
    mean = s / runs
    sd = math.sqrt(max(0, s2 / runs - mean * mean))
    return p, err, mean, sd


if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    for rate in (10, 12, 14, 16, 18, 20):
        p, err, mean, sd = estimate(rate, runs)
        print(f"{rate:3d}/h  left behind at night: {p:6.1%} +- {err:.1%}   worst queue {mean:.1f} (sd {sd:.1f})")
