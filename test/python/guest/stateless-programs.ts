/** Programs of which no call leaves anything behind. */
export const statelessPrograms: Readonly<Record<string, string>> = {
  'a plain function': 'def main_solution(n=1):\n    return n + 1',
  'functions that call each other':
    '"""Text."""\nimport math\n\nLIMIT = 10\n\ndef helper(x: float) -> float:\n    """Text."""\n    return math.sqrt(x) * LIMIT\n\ndef main_solution(n=4):\n    return helper(n)',
  'typing in all places':
    'from typing import Dict, List, Optional, TypeVar\nT = TypeVar("T")\ndef main_solution(x: Optional[List[int]] = None, *, y: "int | None" = 3) -> Dict[str, int]:\n    z: List[int] = []\n    return {}',
  'modules imported inside':
    'def main_solution():\n    import math\n    from collections import deque\n    d = deque([1])\n    d.append(math.pi)\n    return list(d)',
  'constants of all kinds':
    "import math\nfrom fractions import Fraction\nA = 1\nB = -A * 2.5\nC = ('x', A, (1, 2))\nD = frozenset([1, 2])\nE = math.pi / 2\nF = float('inf')\nG = Fraction(1, 3)\nH: int = 3\ndef main_solution():\n    return [A, B, C, len(D), E, H, str(G), str(F)]",
  'a list that is only read':
    'G = [3, 1, 2]\nH = {"a": 1}\ndef main_solution():\n    t = 0\n    for x in G:\n        t += x\n    for k, v in H.items():\n        t += v\n    return [t, G[0], len(G), 3 in G, sorted(G), max(G), H.get("b", 0), [x for x in G], "".join(map(str, G)), {**H}, [*G], f"{G}"]',
  'changes of what a call has made':
    'def main_solution():\n    a = [1]\n    b = {}\n    a.append(2)\n    b["x"] = a\n    a[0] += 1\n    del a[1]\n    (c := a).append(3)\n    return b',
  'nested functions and closures':
    'def main_solution():\n    memo = {}\n    n = 0\n    def f(x):\n        nonlocal n\n        n += 1\n        if x not in memo:\n            memo[x] = x if x < 2 else f(x - 1) + f(x - 2)\n        return memo[x]\n    f.extra = 1\n    return [f(10), n]',
  'lambdas and sorting':
    'def key(x):\n    return -x\ndef main_solution():\n    return sorted(map(lambda x: x * 2, [1, 2]), key=key) + sorted([2, 1], key=lambda x: x)',
  'a lambda at the top':
    'double = lambda x, y=2: x * y\ndef main_solution():\n    return double(2)',
  generators:
    'def g(n):\n    for i in range(n):\n        yield i\n    yield from [1]\ndef main_solution():\n    return list(g(3))',
  'a cache inside':
    'from functools import lru_cache\ndef main_solution(n=10):\n    @lru_cache(maxsize=None)\n    def f(x):\n        return x if x < 2 else f(x - 1) + f(x - 2)\n    return f(n)',
  'a cache at the top':
    'from functools import lru_cache\n@lru_cache(maxsize=None)\ndef f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\ndef main_solution():\n    before = f.cache_info()[3]\n    return [f(20), before]',
  'a cache with lists':
    'import functools\n@functools.cache\ndef f(n):\n    return [n]\ndef main_solution():\n    f(1).append(2)\n    return f(1)',
  'errors and cleaning up':
    "class Wrong(ValueError):\n    pass\ndef main_solution():\n    try:\n        raise Wrong('x')\n    except (Wrong, KeyError) as e:\n        return str(e)\n    finally:\n        print('done')",
  'a match':
    'def main_solution():\n    x = (1, [2, 3])\n    match x:\n        case (1, [a, *rest]) if a:\n            return rest\n        case {"k": v, **others}:\n            return v\n        case int(n) | float(n):\n            return n\n        case _:\n            return None',
  'a class with a state of its own':
    'class Stack:\n    LIMIT = 3\n    def __init__(self):\n        self._items = []\n        self.count = 0\n    def push(self, x):\n        self._items.append(x)\n        self.count += 1\n        return self\n    @property\n    def size(self):\n        return len(self._items)\n    @staticmethod\n    def twice(x):\n        return 2 * x\n    @classmethod\n    def of(cls, x):\n        return cls().push(x)\n    def __repr__(self):\n        return f"{self.__class__.__name__}({self._items})"\ndef main_solution():\n    s = Stack.of(1).push(Stack.twice(2))\n    return [s.size, s.count, Stack.LIMIT, repr(s)]',
  'a linked list':
    'class Node:\n    def __init__(self, value, next=None):\n        self.value = value\n        self.next = next\ndef main_solution():\n    head = Node(1)\n    head.next = Node(2)\n    head.next.next = Node(3)\n    total = 0\n    node = head\n    while node is not None:\n        total += node.value\n        node = node.next\n    return total',
  'classes that inherit':
    'from abc import ABC, abstractmethod\nclass Shape(ABC):\n    @abstractmethod\n    def area(self):\n        ...\nclass Square(Shape):\n    def __init__(self, a):\n        super().__init__()\n        self.a = a\n    def area(self):\n        return self.a ** 2\ndef main_solution():\n    s = Square(2)\n    return [s.area(), isinstance(s, Shape), type(s) == Square, type(s).__name__]',
  'a dataclass':
    'from dataclasses import dataclass, field\n@dataclass(order=True)\nclass P:\n    x: int\n    tags: list = field(default_factory=list)\n    n: int = 0\ndef main_solution():\n    p = P(1)\n    p.tags.append(2)\n    p.n += 1\n    return [p.tags, p.n, P(2).tags]',
  'an enumeration':
    'from enum import Enum, auto\nclass C(Enum):\n    RED = 1\n    BLUE = auto()\n    def next(self):\n        return C(3 - self.value)\ndef main_solution():\n    return [C.RED.next().name, [c.value for c in C], len({C.RED, C.BLUE})]',
  'a named tuple':
    "from collections import namedtuple\nfrom typing import NamedTuple\nP = namedtuple('P', ['x', 'y'])\nclass Q(NamedTuple):\n    a: int = 1\ndef main_solution():\n    p = P(1, 2)._replace(x=3)\n    return [p.x, p.y, list(p), Q().a, sorted({p, P(1, 2)})]",
  'collections and sets':
    'from collections import Counter, defaultdict, OrderedDict\nimport heapq\ndef main_solution():\n    c = Counter("hello")\n    d = defaultdict(set)\n    for k, v in c.items():\n        d[v].add(k)\n    h = []\n    for v in d:\n        heapq.heappush(h, v)\n    return [c.most_common(1), sorted(d[1]), heapq.heappop(h), list(set("aa"))]',
  'an object that sets cannot hold':
    'class Solver:\n    def __init__(self, n):\n        self.n = n\n        self.seen = set()\n    def run(self):\n        self.seen.add(self.n)\n        return sorted(self.seen)\ndef main_solution():\n    solver = Solver(3)\n    return solver.run() + Solver(4).run()',
  'seeded randomness':
    'import random\ndef main_solution():\n    rng = random.Random(random.getrandbits(64))\n    return [random.random(), random.gauss(0, 1), rng.choice([1, 2, 3])]',
  'regular expressions':
    "import re\nWORD = re.compile(r'\\w+')\ndef main_solution():\n    m = WORD.match('ab c')\n    return [WORD.findall('ab c'), m.group(0), re.sub('a', 'b', 'aa')]",
  'json, copies and texts':
    'import json, copy, string\ndef main_solution():\n    x = copy.deepcopy(json.loads("[1, [2]]"))\n    x[1].append(3)\n    return json.dumps(x) + string.ascii_lowercase[:2] + "{0!r:>4}".format("a")',
  'a raised limit of recursion':
    'import sys\nsys.setrecursionlimit(3000)\ndef main_solution(n=1500):\n    return 0 if n == 0 else 1 + main_solution(n - 1)',
  'a part that runs by hand only':
    "def main_solution():\n    return 1\n\nif __name__ == '__main__':\n    G = []\n    print(main_solution())",
  'an unused loop over what is imported':
    'from itertools import product, chain\nfrom operator import mul\nfrom functools import reduce\ndef main_solution():\n    return [reduce(mul, [1, 2, 3]), list(chain.from_iterable([[1], [2]])), sum(a * b for a, b in product([1], [2]))]',
  'a key that is a method':
    'def main_solution():\n    d = {"a": 1, "b": 2}\n    return [max(d, key=d.get), sorted({"b", "A"}, key=str.lower)]',
};
