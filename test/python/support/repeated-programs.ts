import type { JsonObject } from '../../../src/index.js';

/** A program whose outcomes would differ if it saw anything of an earlier call, and inputs for it. */
interface RepeatedProgram {
  readonly title: string;
  readonly code: string;
  readonly inputs: readonly JsonObject[];
}

const numbers: readonly JsonObject[] = [{ n: 0 }, { n: 7 }, { n: -3 }];

/** Programs that keep nothing between calls, so that they can be called again as they are. */
export const statelessPrograms: readonly RepeatedProgram[] = [
  {
    title: 'arithmetic',
    code: 'LIMIT = 10\ndef main(n):\n    return [n ** 3, n / LIMIT, n // 2, -n % 7]',
    inputs: numbers,
  },
  {
    title: 'a function with a cache',
    code: `from functools import lru_cache
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def main(n):
    return fib(abs(n) * 10)`,
    inputs: numbers,
  },
  {
    title: 'classes and containers',
    code: `from collections import Counter, defaultdict, deque
class Account:
    rate = 3
    def __init__(self, n):
        self.n = n
        self.log = []
    def add(self, k):
        self.log.append(k)
        self.n += k * self.rate
        return self
def main(n):
    groups = defaultdict(list)
    for i in range(abs(n)): groups[i % 3].append(i)
    return [Account(n).add(2).add(5).__dict__['log'], Counter(str(n ** 9)).most_common(2), dict(groups), list(deque([n], 1))]`,
    inputs: numbers,
  },
  {
    title: 'an error for some inputs',
    code: 'WORDS = ("a", "b", "c")\ndef main(n):\n    return WORDS[n] if n >= 0 else [][n]',
    inputs: numbers,
  },
  {
    title: 'randomness and sets',
    code: `import random
def main(n):
    words = {f'w{i}' for i in range(12)}
    return [random.random(), random.sample(range(100), 3), sorted(words)[n], list(words)[0]]`,
    inputs: numbers,
  },
  {
    title: 'texts and patterns',
    code: `import re
PATTERN = re.compile(r'(\\d)(\\d)')
def main(n):
    return [PATTERN.sub(r'\\2\\1', str(n ** 8)), f'{n:05d}', ' '.join(sorted('cab'))]`,
    inputs: numbers,
  },
  {
    title: 'recursion',
    code: 'def depth(n):\n    return 0 if n == 0 else 1 + depth(n - 1)\ndef main(n):\n    return depth(abs(n) * 200)',
    inputs: numbers,
  },
];

/** Programs that keep something: each call must find them as if they had just been loaded. */
export const statefulPrograms: readonly RepeatedProgram[] = [
  [
    'a global counter',
    'calls = 0\ndef main(n):\n    global calls\n    calls += 1\n    return calls',
  ],
  ['a mutable default', 'def main(n, seen=[]):\n    seen.append(n)\n    return seen'],
  [
    'a cache of its own',
    'cache = {}\ndef main(n):\n    hit = n in cache\n    cache[n] = 1\n    return [hit, len(cache)]',
  ],
  [
    'an attribute of a class',
    'class A:\n    made = 0\ndef main(n):\n    A.made += 1\n    return A.made',
  ],
  [
    'an attribute of the function',
    'def main(n):\n    main.calls = getattr(main, "calls", 0) + 1\n    return main.calls',
  ],
  [
    'an iterator',
    'import itertools\nnumbers = itertools.count()\ndef main(n):\n    return next(numbers)',
  ],
  [
    'a generator',
    'def count():\n    yield from range(9)\ncounter = count()\ndef main(n):\n    return next(counter)',
  ],
  [
    'a generator of random numbers',
    'import random\ndraw = random.Random(1)\ndef main(n):\n    return draw.random()',
  ],
  [
    'a closure',
    'def make():\n    calls = [0]\n    def main(n):\n        calls[0] += 1\n        return calls[0]\n    return main\nmain = make()',
  ],
  ['a changed library', 'import math\ndef main(n):\n    math.tau += 1\n    return math.tau'],
  [
    'a setting',
    'import decimal\ndef main(n):\n    decimal.getcontext().prec -= 1\n    return str(decimal.Decimal(1) / 3)',
  ],
  [
    'the count of a cache',
    'import functools\n@functools.lru_cache\ndef f(n):\n    return n\ndef main(n):\n    f(n)\n    return list(f.cache_info())',
  ],
  [
    'an address',
    'def main(n):\n    return [id(object()), repr(main), hash(object()), str(lambda: 0)]',
  ],
  [
    'memory that is in use',
    'import gc, sys\ndef main(n):\n    return [len(gc.get_objects()), gc.get_count(), sys.getrefcount(None)]',
  ],
  [
    'the clock',
    'import time\ndef main(n):\n    time.sleep(0.01)\n    return [time.time(), time.perf_counter()]',
  ],
  [
    'standard output',
    'import sys\nsys.calls = 0\ndef main(n):\n    sys.calls += 1\n    print(sys.calls, n)\n    return n',
  ],
  [
    'modules',
    'import sys\ndef main(n):\n    import wave\n    return ["chunk" in sys.modules, len(sys.modules), "colorsys" in sys.modules]',
  ],
  [
    'an order of its own',
    'class A:\n    pass\ndef main(n):\n    things = {A() for _ in range(9)}\n    first = next(iter(things))\n    return [hash(first), len(things)]',
  ],
].map(([title, code]) => ({ title: title ?? '', code: code ?? '', inputs: numbers }));

/** Programs that end in other ways. */
export const endingPrograms: readonly RepeatedProgram[] = [
  [
    'what never ends',
    'kept = []\ndef main(n):\n    while True: kept.append(1) if len(kept) < 9 else None',
  ],
  ['what eats memory', 'def main(n):\n    kept = []\n    while True: kept.append([1] * 10000)'],
  ['what raises', 'import math\ndef main(n):\n    math.pi = 3\n    raise ValueError(n)'],
  ['what is too deep', 'def main(n):\n    return main(n) + 1'],
  ['what cannot be carried', 'import json\ndef main(n):\n    json.dumps = None\n    return {n}'],
  ['what is too large', 'def main(n):\n    return "x" * 3_000_000'],
  ['what exits', 'import os\ndef main(n):\n    os._exit(n)'],
  ['a mistake in the syntax', 'def main(n:\n    return 1'],
].map(([title, code]) => ({ title: title ?? '', code: code ?? '', inputs: numbers }));
