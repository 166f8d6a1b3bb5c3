import {
  type Accepted,
  type Attack,
  outOfMemory,
  outputTooLarge,
  returns,
  stepLimit,
  throws,
} from './attack.js';

/** The interpreter's own count ends it, or the thread's stack does. */
const tooDeep: readonly Accepted[] = [throws('RecursionError'), outOfMemory];

const dives = (name: string, code: string, accepts: readonly Accepted[] = tooDeep): Attack => ({
  name,
  code,
  accepts,
});

export const overflowingTheStack: readonly Attack[] = [
  dives('calls itself without end', `def attack(canary):\n    return attack(canary) + 1`),
  dives(
    'calls itself without end and without a limit',
    `import sys
def attack(canary):
    sys.setrecursionlimit(2**31 - 1)
    return attack(canary) + 1`,
    [...tooDeep, stepLimit],
  ),
  dives(
    'calls itself through the library of C: sorted, map, reduce',
    `import functools, sys
sys.setrecursionlimit(10**9)
def dive(*all):
    return functools.reduce(lambda a, b: sorted(map(dive, [a, b])), [1, 2, 3])
def attack(canary):
    return dive()`,
  ),
  dives(
    'calls itself through a cache',
    `import functools, sys
sys.setrecursionlimit(10**9)
@functools.lru_cache(None)
def dive(n):
    return dive(n + 1)
def attack(canary):
    return dive(0)`,
  ),
  dives(
    'calls itself through operators, attributes and items',
    `import sys
sys.setrecursionlimit(10**9)
class Deep:
    def __getattr__(self, name):
        return self[name]
    def __getitem__(self, name):
        return self + name
    def __add__(self, other):
        return getattr(self, other)
def attack(canary):
    return Deep().x`,
  ),
  dives(
    'calls itself as it is compared and hashed',
    `import sys
sys.setrecursionlimit(10**9)
class Deep:
    def __hash__(self):
        return hash((self,))
    def __eq__(self, other):
        return {self: 1} == {other: 1}
def attack(canary):
    return Deep() == Deep()`,
  ),
  ...[
    ['writes', 'repr(value)'],
    ['compares', 'value == copy'],
    ['copies', 'len(__import__("copy").deepcopy(value))'],
    ['pickles', 'len(__import__("pickle").dumps(value))'],
    ['writes as JSON', 'len(__import__("json").dumps(value))'],
    ['writes as bytes', 'len(__import__("marshal").dumps(value))'],
    ['frees', 'None'],
  ].map(([does, code]) =>
    dives(
      `${does} a list that is nested thirty thousand times`,
      `import sys
sys.setrecursionlimit(10**9)
def attack(canary):
    value, copy = [], []
    for _ in range(30_000):
        value, copy = [value], [copy]
    return ${code}`,
      [...tooDeep, throws('ValueError'), returns(), outputTooLarge],
    ),
  ),
  dives(
    'returns a list that is nested a hundred thousand times',
    `def attack(canary):
    value = []
    for _ in range(100_000):
        value = [value]
    return value`,
    [{ status: 'unserializable' }, throws('RecursionError')],
  ),
  dives(
    'frees a chain of objects with methods that run at their end',
    `class Link:
    def __init__(self, next):
        self.next = next
    def __del__(self):
        self.next = None
def attack(canary):
    chain = None
    for _ in range(50_000):
        chain = Link(chain)
    chain = None
    return 1`,
    [...tooDeep, returns(1), stepLimit],
  ),
  dives(
    'parses a text of a hundred thousand parentheses',
    `def attack(canary):
    return eval('(' * 100_000 + '1' + ')' * 100_000)`,
    [...tooDeep, throws('MemoryError'), throws('SyntaxError')],
  ),
  dives(
    'parses a hundred thousand minus signs',
    `def attack(canary):
    return eval('-' * 100_000 + '1')`,
    [...tooDeep, throws('MemoryError'), throws('SyntaxError')],
  ),
  dives(
    'compiles a sum of a hundred thousand terms',
    `def attack(canary):
    return eval('+'.join(['1'] * 100_000))`,
    [...tooDeep, returns(100_000), throws('MemoryError')],
  ),
  dives(
    'reads JSON that is nested a hundred thousand times',
    `import json, sys
sys.setrecursionlimit(10**9)
def attack(canary):
    return len(json.loads('[' * 100_000 + ']' * 100_000))`,
  ),
  dives(
    'reads a pattern of a hundred thousand groups',
    `import re
def attack(canary):
    return bool(re.compile('(' * 100_000 + ')' * 100_000))`,
  ),
  dives(
    'makes a class that derives from a chain of five hundred classes',
    `def attack(canary):
    kind = object
    for _ in range(500):
        kind = type('K', (kind,), {})
    return len(kind.__mro__)`,
    [...tooDeep, returns(501), stepLimit],
  ),
  dives(
    'delegates to generators that delegate to generators',
    `def chain(n):
    yield from chain(n + 1)
def attack(canary):
    return list(chain(0))`,
  ),
  dives(
    'calls a type that is its own metaclass',
    `class Meta(type):
    def __call__(cls, *all):
        return cls(*all)
class Deep(metaclass=Meta):
    pass
def attack(canary):
    return Deep()`,
  ),
];
