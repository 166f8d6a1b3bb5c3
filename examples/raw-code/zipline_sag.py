# zip line: how deep does the cable hang with somebody on it, how long does the ride take
# python zipline_sag.py            -> asks nothing, change the numbers below
import math, sys
sys.setrecursionlimit(5000)
SPAN = 184.0         # m between the posts
DROP = 11.5          # m, far post is lower
EXTRA = 0.0065       # cable is so much longer than the straight line
LINE_KG = 1.12       # per metre
RIDER = [38, 62.5, 95]   # kg
BRAKE = 0.021        # rolling friction of the pulley
DRAG = 0.31          # kg/m
G = 9.80665
TOL = 1e-12
evals, debug = 0, False

def arc_a(L, h, v):
    """catenary parameter a for chord (h, v) and length L: 2a sinh(h/2a) = sqrt(L^2-v^2)"""
    c = math.sqrt(L * L - v * v) / h
    if c <= 1.0:
        return float('inf')      # tight as a string
    if c < 1 + 1e-6:
        return h / (2 * math.sqrt(6 * (c - 1)))
    x = math.sqrt(6 * (c - 1)) if c < 3 else math.log(2 * c) + math.log(math.log(2 * c))
    for i in range(60):
        f = math.sinh(x) - c * x
        step = f / (math.cosh(x) - c)
        x -= step
        if abs(step) < TOL:
            break
    else:
        print('no convergence', c, file=sys.stderr)
    return h / (2 * x)

def slope_ends(L, h, v):
    """slope at both ends of a piece, downwards positive, and horizontal pull per kg/m"""
    a = arc_a(L, h, v)
    if math.isinf(a):
        return v / h, v / h, a
    mid = math.asinh(v / (2 * a * math.sinh(h / (2 * a)))) * a
    return math.sinh((mid + h / 2) / a), math.sinh((mid - h / 2) / a), a

def hang(x, kg):
    """rider stands at x: find (y, cable left of him) so that the forces fit. bisection in bisection"""
    L = math.hypot(SPAN, DROP) * (1 + EXTRA)
    w = LINE_KG * G

    def inner(y):
        lo = math.hypot(x, y)
        hi = L - math.hypot(SPAN - x, DROP - y)
        if hi <= lo: return None
        for _ in range(200):
            m = (lo + hi) / 2
            if m == lo or m == hi: break
            # same horizontal pull on both sides
            if arc_a(m, x, y) > arc_a(L - m, SPAN - x, DROP - y):
                lo = m
            else:
                hi = m
        return (lo + hi) / 2

    top = x * DROP / SPAN
    bot = top
    stepw = 1.0
    while stepw > 1e-13:             # deepest point he could reach at all
        if inner(bot + stepw) is None: stepw /= 2
        else: bot += stepw
    while bot - top > TOL * max(1, abs(bot)):
        y = (top + bot) / 2
        if y == top or y == bot: break
        s = inner(y)
        _, e1, a1 = slope_ends(s, x, y)
        b2, _, a2 = slope_ends(L - s, SPAN - x, DROP - y)
        pull = w * min(a1, a2)
        up = pull * (b2 - e1) * -1      # vertical force the cable can give
        if up < kg * G: top = y
        else: bot = y
    return (top + bot) / 2

def simpson(f, a, b, fa, fm, fb, whole, tol, depth):
    global evals
    m = (a + b) / 2
    l, r = f((a + m) / 2), f((m + b) / 2)
    evals += 2
    left = (m - a) / 6 * (fa + 4 * l + fm)
    right = (b - m) / 6 * (fm + 4 * r + fb)
    d = left + right - whole
    if depth <= 0 or abs(d) <= 15 * tol:
        return left + right + d / 15
    return simpson(f, a, m, fa, l, fm, left, tol / 2, depth - 1) + simpson(f, m, b, fm, r, fb, right, tol / 2, depth - 1)

for kg in RIDER:
    evals = 0
    deep = max((hang(SPAN * k / 12, kg), SPAN * k / 12) for k in range(1, 12))
    # energy curve as a parabola through start, deepest and end - good enough??
    y0, x0 = deep
    q = (DROP / SPAN - y0 / x0) / (SPAN - x0)
    curve = lambda x: x * (y0 / x0 + q * (x - x0))
    def inv_v(u):
        x = u * u            # 1/sqrt(x) at the start, substitution takes it away
        e = 2 * G * (curve(x) - BRAKE * x) * math.exp(-DRAG * x / kg / 10)
        if e <= 0: return 0.0 if u == 0 else 1e3
        return 2 * u / math.sqrt(e)
    f0, f2 = 2 / math.sqrt(2 * G * (curve(1e-9) / 1e-9 - BRAKE)), inv_v(math.sqrt(SPAN))
    f1 = inv_v(math.sqrt(SPAN) / 2)
    h = math.sqrt(SPAN)
    t = simpson(inv_v, 0.0, h, f0, f1, f2, h / 6 * (f0 + 4 * f1 + f2), 1e-11, 30)
    print(kg, 'kg sag', repr(deep[0] - deep[1] * DROP / SPAN), 'at', deep[1], 'ride', repr(t), 's', 'STUCK' if f2 >= 1e3 else '', evals if debug else '')
