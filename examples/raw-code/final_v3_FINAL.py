import numpy as np
#import matplotlib.pyplot as plt

# moisture per plot, -1 = probe broken, row = one probe row from west to east
data = [
    [31, 33, -1, 36, 40, 38],
    [-1, 29, 30, -1, -1, 41],
    [22, 21, 25, 24, -1, -1],
    [18, -1, 19, 55, 20, 22],
]
x_1 = 27   # wanted
tmp2 = 0.5


def fix(a):
    # fills a IN PLACE!!
    for r in a:
        i = 0
        while i < len(r):
            if r[i] == -1:
                j = i
                while j < len(r) and r[j] == -1:
                    j += 1
                if i == 0 and j == len(r):
                    return False
                if i == 0:
                    for k in range(i, j):
                        r[k] = r[j]
                elif j == len(r):
                    for k in range(i, j):
                        r[k] = r[i - 1]
                else:
                    st = (r[j] - r[i - 1]) / (j - i + 1)
                    for k in range(i, j):
                        r[k] = r[k - 1] + st
                i = j
            i += 1
    return True


def spikes(a):
    c = 0
    for y in range(len(a)):
        for x in range(1, len(a[y]) - 1):
            m = (a[y][x - 1] + a[y][x + 1]) / 2
            if abs(a[y][x] - m) > 15:
                a[y][x] = m
                c += 1
    return c


def doIt(a, want=x_1):
    fix(a)
    n = spikes(a)
    b = np.array(a, dtype=float)
    out = []
    for y in range(b.shape[0]):
        for x in range(b.shape[1]):
            nb = b[max(0, y - 1):y + 2, max(0, x - 1):x + 2]
            v = tmp2 * b[y, x] + (1 - tmp2) * np.mean(nb)
            out.append((round(float(want - v), 2), y, x))
    out.sort(reverse=True)
    return n, out


def litres(a, total):
    """share out total litres, driest first, 4 l per missing point, max 60 per plot"""
    n, o = doIt(a)
    got = {}
    for d, y, x in o:
        if d <= 0 or total <= 0:
            break
        l = min(60, round(d * 4, 1), total)
        got[(y, x)] = l
        total = round(total - l, 1)
    return got, total


# def doIt_old(a):
#     s = 0
#     for r in a: s += sum(r)
#     return s / 24

def main_old():
    d = [r[:] for r in data]
    print(fix(d))
    for r in d:
        print(" ".join("%5.1f" % v for v in r))


def main():
    # TODO read from csv
    print(doIt(data)[0], "spikes removed")
    g, rest = litres(data, 400)   # data is already fixed here, doesnt matter (?)
    for k, v in g.items():
        print(k, v)
    print("rest", rest)


def test():
    assert fix([[-1, -1]]) == False
    a = [[1, -1, 3]]
    fix(a)
    print(a)


#main_old()
#test()
main()
