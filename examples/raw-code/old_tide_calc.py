#!/usr/bin/env python
# tide calc for the boat club, when can we get over the bar??
# copied over from the old laptop, works, dont touch
import math

# ---- CHANGE THESE ----
DRAUGHT = 1.65      # m
SAFETY = 0.4
BAR = -0.9          # height of the bar, minus = below chart datum
HOURS = 48
STEP = 10           # minutes
MEAN = 2.12
# amplitude m, speed deg/h, phase deg
CONST = [
    (1.48, 28.98, 111.0),
    (0.52, 30.00, 163.0),
    (0.29, 28.44, 86.0),
    (0.11, 15.04, 24.0),
    (0.08, 13.94, 351.0),
    # (0.03, 57.97, 200.0),   # makes it wobble, leave out
]
# ----------------------

windows = []
cur = None
hw = []
n_over = 0


def height(t):
    h = MEAN
    for a, s, p in CONST:
        h = h + a * math.cos(math.radians(s * t - p))
    return h


def hhmm(m):
    d = m // 1440
    m = m % 1440
    return "%s%02d:%02d" % ("+%dd " % d if d else "", m // 60, m % 60)


def check(minute):
    global cur, n_over
    h = height(minute / 60.0)
    depth = h - BAR
    if depth >= DRAUGHT + SAFETY:
        n_over += 1
        if cur is None:
            cur = [minute, minute, depth]
            print(hhmm(minute), "bar OPEN   depth %.2f" % depth)
        else:
            cur[1] = minute
            if depth > cur[2]:
                cur[2] = depth
    else:
        if cur is not None:
            print(hhmm(minute), "bar CLOSED depth %.2f" % depth)
            windows.append(cur)
            cur = None
    return h


print("=" * 40)
print("BAR PASSAGE, draught", DRAUGHT, "+", SAFETY)
print("=" * 40)

a = None
b = None
m = 0
while m <= HOURS * 60:
    c = check(m)
    if a is not None and b is not None:
        if b > a and b >= c:
            hw.append((m - STEP, round(b, 2)))
            print("   HW", hhmm(m - STEP), round(b, 2))
    a, b = b, c
    m += STEP

if cur is not None:
    windows.append(cur)    # still open at the end

print("-" * 40)
best = None
for w in windows:
    ln = w[1] - w[0]
    # shorter than 40 min is useless, we are slow
    if ln < 40:
        continue
    print("%s - %s  (%d min, max %.2f m)" % (hhmm(w[0]), hhmm(w[1]), ln, w[2]))
    if best is None or ln > best[1] - best[0]:
        best = w
print("open %.0f%% of the time" % (100.0 * n_over * STEP / (HOURS * 60 + STEP)))
if best:
    print("best window starts", hhmm(best[0]))
