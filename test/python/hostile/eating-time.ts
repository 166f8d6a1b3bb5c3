import { type Accepted, type Attack, lost, outOfMemory, stepLimit, throws } from './attack.js';

const endless = (
  name: string,
  code: string,
  accepts: readonly Accepted[] = [stepLimit],
): Attack => ({
  name,
  code,
  accepts,
});

/** It never looks whether it should end. */
const stuck = (name: string, code: string): Attack => ({
  name,
  code,
  accepts: [lost],
  isUninterruptible: true,
});

export const eatingTime: readonly Attack[] = [
  endless('loops', `def attack(canary):\n    while True:\n        pass`),
  endless('loops as it loads', `while True:\n    pass`),
  endless(
    'loops and catches everything that could end it',
    `def attack(canary):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
        finally:
            continue`,
  ),
  endless(
    'loops in the end of a loop that was ended',
    `def attack(canary):
    try:
        while True:
            pass
    finally:
        while True:
            pass`,
  ),
  endless(
    'loops in a generator, a comprehension and a context that closes',
    `import contextlib
@contextlib.contextmanager
def trap():
    try:
        yield
    finally:
        while True:
            pass
def attack(canary):
    with trap():
        return [x for x in iter(int, 1)]`,
  ),
  endless(
    'loops in the text of what it raises',
    `class Slow(Exception):
    def __str__(self):
        while True:
            pass
def attack(canary):
    raise Slow`,
  ),
  endless(
    'loops in the items of the dictionary that it returns',
    `class Slow(dict):
    def items(self):
        while True:
            pass
def attack(canary):
    return Slow(a=1)`,
  ),
  endless(
    'returns a dictionary whose items never end',
    `import itertools
class Endless(dict):
    def items(self):
        return ((str(i), i) for i in itertools.count())
def attack(canary):
    return Endless(a=1)`,
    [stepLimit, outOfMemory, { status: 'output-too-large' }],
  ),
  endless(
    'loops when its program is asked for the function',
    `class Trap:
    @property
    def __call__(self):
        while True:
            pass
attack = type('Sly', (), {'__call__': lambda self, **all: [None for _ in iter(int, 1)]})()`,
  ),
  endless(
    'loops in a metaclass that is asked for its name',
    `class Meta(type):
    @property
    def __name__(cls):
        while True:
            pass
    __qualname__ = __module__ = __name__
class Failure(Exception, metaclass=Meta):
    pass
def attack(canary):
    raise Failure`,
    [stepLimit, throws('TypeError')],
  ),
  endless(
    'raises a number to a power without end',
    `def attack(canary):
    return 7 ** 10 ** 8 % 10`,
  ),
  endless(
    'backtracks in a regular expression',
    `import re
def attack(canary):
    return bool(re.match(r'(a+)+$', 'a' * 60 + 'b'))`,
  ),
  endless(
    'backtracks in references back',
    `import re
def attack(canary):
    return bool(re.match(r'(x*)*(x*)*(x*)*\\1y', 'x' * 80))`,
  ),
  endless(
    'sorts by keys that compare at random',
    `import random
class Key:
    def __lt__(self, other):
        return random.random() < 0.5
def attack(canary):
    while True:
        sorted(Key() for _ in range(1000))`,
  ),
  endless(
    'calculates the Ackermann function',
    `import sys
def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))
def attack(canary):
    sys.setrecursionlimit(100000)
    while True:
        ackermann(2, 300)`,
    [stepLimit, throws('RecursionError')],
  ),
  endless(
    'sleeps',
    `import time
def attack(canary):
    for _ in range(50):
        time.sleep(1e6)
    while True:
        time.sleep(0)`,
  ),
  endless(
    'waits for a time that never comes',
    `import time
def attack(canary):
    while time.monotonic() < 1e12:
        pass`,
  ),
  endless(
    'looks for collisions by equal hashes',
    `class Same:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return False
def attack(canary):
    return len({Same() for _ in range(100000)})`,
  ),
  endless(
    'joins texts out of a generator without end',
    `import itertools
def attack(canary):
    return ''.join(str(i % 10) for i in itertools.count())`,
    [stepLimit, outOfMemory],
  ),
  endless(
    'resumes a coroutine that never ends',
    `import types
@types.coroutine
def tick():
    while True:
        yield
async def attack(canary):
    await tick()`,
  ),
  endless(
    'loops in a hook that is called at every line',
    `import sys
def attack(canary):
    def trace(*all):
        while True:
            pass
    sys.settrace(trace)
    (lambda: 1)()`,
  ),
  stuck(
    'sums numbers without end in one built-in',
    `import itertools
def attack(canary):
    return sum(itertools.repeat(0))`,
  ),
  stuck(
    'fills a deque of length zero without end',
    `import collections, itertools
def attack(canary):
    collections.deque(itertools.count(), maxlen=0)`,
  ),
  stuck(
    'compares texts of many letters again and again in one built-in',
    `import itertools
def attack(canary):
    text = 'a' * 1_000_000
    return sum(map(text.count, itertools.repeat('b')))`,
  ),
];
