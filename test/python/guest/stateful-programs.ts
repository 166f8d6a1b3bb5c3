/** Programs that a call could leave changed, or whose result could show what was called before. */
export const statefulPrograms: Readonly<Record<string, string>> = {
  'a default that is a list': 'def main_solution(x=[]):\n    x.append(1)\n    return x',
  'a default that is a call': 'def main_solution(x=list()):\n    x.append(1)\n    return x',
  'a default of a keyword': 'def main_solution(*, x={}):\n    x[1] = 1\n    return x',
  'a default that is a list of the program':
    'G = [1]\ndef main_solution(x=G):\n    x.append(1)\n    return x',
  'an attribute of a function':
    'def main_solution():\n    main_solution.count = 1\n    return main_solution.count',
  'an attribute of a function under another name':
    'def f(): pass\ndef main_solution():\n    g = f\n    g.count = 1',
  'an attribute of a function that was passed on':
    'def f(): pass\ndef mark(g):\n    g.count = 1\ndef main_solution():\n    mark(f)',
  'an attribute of a copied function':
    'from copy import copy\ndef f(): pass\ndef main_solution():\n    g = copy(f)\n    g.count = 1',
  'an attribute of the larger of two functions':
    'def f(): pass\ndef main_solution():\n    g = max(f, key=str, default=f)\n    g.count = 1',
  'an attribute of a function out of next':
    'def f(): pass\ndef main_solution():\n    next(iter([]), f).count = 1',
  'an attribute of a class':
    'class A:\n    n = 0\ndef main_solution():\n    A.n += 1\n    return A.n',
  'a list of a class':
    'class A:\n    items = []\n    def add(self):\n        self.items.append(1)\ndef main_solution():\n    A().add()\n    return len(A().items)',
  'the class of an object':
    'class A:\n    n = 0\n    def add(self):\n        self.__class__.n += 1\ndef main_solution():\n    A().add()',
  'the type of an object':
    'class A:\n    n = 0\n    def add(self):\n        type(self).n += 1\ndef main_solution():\n    A().add()',
  'the type of an object in two steps':
    'class A:\n    n = 0\ndef main_solution():\n    t = type(A())\n    t.n = 2',
  'a class method that sets':
    'class A:\n    n = 0\n    @classmethod\n    def add(cls):\n        cls.n += 1\ndef main_solution():\n    A.add()',
  'a class method whose class is called self':
    'class A:\n    @classmethod\n    def add(self):\n        self.n = 1\ndef main_solution():\n    A.add()',
  'a class method that passes its class on':
    'def mark(x):\n    x.n = 1\nclass A:\n    n = 0\n    @classmethod\n    def add(cls):\n        mark(cls)\ndef main_solution():\n    A.add()',
  'a method called with its class':
    'class A:\n    n = 0\n    def add(self):\n        self.n += 1\ndef main_solution():\n    A.add(A)\n    return A.n',
  'a static method that gets a class':
    'class A:\n    n = 0\n    @staticmethod\n    def add(self):\n        self.n = 1\ndef main_solution():\n    A.add(A)',
  'a function inside of a method with a self of its own':
    'def f(): pass\nclass A:\n    n = 0\n    def add(self, g):\n        def inner(self):\n            self.n = 1\n        inner(g)\ndef main_solution():\n    A().add(f)',
  'a class passed on':
    'class A:\n    n = 0\ndef mark(x):\n    x.n = 1\ndef main_solution():\n    mark(A)',
  'a class in a list':
    'class A:\n    n = 0\ndef main_solution():\n    for x in [A]:\n        x.n = 1',
  'a class under another name': 'class A:\n    n = 0\nB = A\ndef main_solution():\n    B.n = 1',
  'a class out of a match':
    'class A:\n    n = 0\ndef main_solution():\n    match A:\n        case x:\n            x.n = 1',
  'a metaclass':
    'class M(type):\n    pass\nclass A(metaclass=M):\n    pass\ndef main_solution():\n    return 1',
  __init_subclass__:
    'class A:\n    def __init_subclass__(cls):\n        pass\ndef main_solution():\n    return 1',
  __new__:
    'class A:\n    def __new__(cls):\n        return 1\ndef main_solution():\n    return A()',
  __del__: "class A:\n    def __del__(self):\n        print('gone')\ndef main_solution():\n    A()",
  __getattr__: 'def __getattr__(name):\n    return []\ndef main_solution():\n    return 1',
  'a member of an enumeration':
    'from enum import Enum\nclass C(Enum):\n    A = 1\ndef main_solution():\n    for c in C:\n        c.seen = 1',
  'a member of an enumeration by its value':
    'from enum import Enum\nclass C(Enum):\n    A = 1\ndef main_solution():\n    C(1).seen = 1',
  'a member of an enumeration that sets on itself':
    'from enum import Enum\nclass C(Enum):\n    A = 1\n    def mark(self):\n        self.seen = 1\ndef main_solution():\n    C.A.mark()',
  'a class over an enumeration':
    'from enum import Enum\nclass C(Enum):\n    def mark(self):\n        return self\nclass D(C):\n    A = 1\n    def set(self):\n        self.seen = 1\ndef main_solution():\n    D.A.set()',
  'a list of the program': 'G = []\ndef main_solution():\n    G.append(1)\n    return G',
  'a list under another name':
    'G = []\ndef main_solution():\n    a = G\n    a.append(1)\n    return a',
  'a list in a tuple': 'G = ([],)\ndef main_solution():\n    G[0].append(1)',
  'a list in a list': 'G = [[1]]\ndef main_solution():\n    G[0].append(1)',
  'a loop over lists': 'G = [[1]]\ndef main_solution():\n    for x in G:\n        x.append(1)',
  'a list that is passed on':
    'G = [1]\ndef f(x):\n    x.append(1)\ndef main_solution():\n    f(G)\n    return G',
  'a list that is returned':
    'G = [1]\ndef f():\n    return G\ndef main_solution():\n    f().append(1)\n    return len(G)',
  'a list as start of a sum':
    'G = [1]\ndef main_solution():\n    x = sum([], G)\n    x.append(1)\n    return len(G)',
  'the larger of two lists':
    'G = [1]\ndef main_solution():\n    x = max(G, [])\n    x.append(1)\n    return len(G)',
  'a list out of next': 'G = [1]\ndef main_solution():\n    next(iter([]), G).append(1)',
  'a list out of repeat':
    'from itertools import repeat\nG = [1]\ndef main_solution():\n    for x in repeat(G, 1):\n        x.append(1)',
  'a list out of reduce':
    'from functools import reduce\nG = [1]\ndef main_solution():\n    reduce(max, [], G).append(1)',
  'a list out of get': 'G = [1]\ndef main_solution():\n    {}.get(0, G).append(1)',
  'a list out of a conditional': 'G = [1]\ndef main_solution():\n    (G if G else []).append(1)',
  'a list out of or': 'G = [1]\ndef main_solution():\n    x = G or []\n    x.append(1)',
  'a list out of a walrus': 'G = [1]\ndef main_solution():\n    (x := G).append(1)',
  'a list out of a function of the same name':
    'G = [1]\ndef sorted(x):\n    x.append(1)\ndef main_solution():\n    sorted(G)',
  'a list in a local function of the same name':
    'G = [1]\ndef main_solution():\n    def len(x):\n        x.append(1)\n    len(G)',
  'a list in a method of the same name':
    'G = [1]\nclass A:\n    def union(self, x):\n        x.append(1)\ndef main_solution():\n    A().union(G)',
  'a list in a method named like a function':
    'G = [1]\nclass A:\n    def chain(self, x):\n        x.append(1)\ndef main_solution():\n    a = A()\n    a.chain(G)',
  'a list with an operator of an object':
    'G = [1]\nclass A:\n    def __radd__(self, x):\n        x.append(1)\ndef main_solution():\n    G + A()',
  'heappush to a list of the program':
    'import heapq\nG = []\ndef main_solution():\n    heapq.heappush(G, 1)\n    return len(G)',
  'shuffle of a list of the program':
    'import random\nG = [1, 2]\ndef main_solution():\n    random.shuffle(G)\n    return G[0]',
  'a changed element': 'G = [1]\ndef main_solution():\n    G[0] += 1\n    return G[0]',
  'a deleted element': 'G = {1: 2}\ndef main_solution():\n    del G[1]',
  'a cache by hand':
    'C = {}\ndef main_solution(n=3):\n    if n in C:\n        return 1\n    C[n] = 2\n    return 2',
  'setdefault on a dictionary': 'G = {}\ndef main_solution():\n    G.setdefault(1, [])',
  'a copy of a list of lists':
    'import copy\nG = [[1]]\ndef main_solution():\n    copy.copy(G)[0].append(1)',
  global: 'n = 0\ndef main_solution():\n    global n\n    n += 1\n    return n',
  'a global of a nested function':
    'n = 0\ndef main_solution():\n    def f():\n        global n\n        n += 1\n    f()',
  globals: "def main_solution():\n    globals()['n'] = 1",
  'globals of a function': "def main_solution():\n    main_solution.__globals__['n'] = 1",
  'defaults of a function': 'def main_solution(x=1):\n    main_solution.__defaults__ = (x + 1,)',
  'globals of a frame':
    "def g():\n    yield 1\ndef main_solution():\n    g().gi_frame.f_globals['n'] = 1",
  'globals of a frame by a name that the program has, too':
    "class A:\n    def __init__(self):\n        self.gi_frame = 1\n        self.f_globals = 1\ndef g():\n    yield 1\ndef main_solution():\n    g().gi_frame.f_globals['n'] = 1",
  'a frame out of a match':
    'def g():\n    yield 1\ndef main_solution():\n    match g():\n        case object(gi_frame=f):\n            return 1',
  'a frame of an error':
    "def main_solution():\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        e.__traceback__.tb_frame.f_globals['n'] = 1",
  'a module in an error':
    'import math\ndef main_solution():\n    try:\n        math.nothing\n    except AttributeError as e:\n        e.obj.pi = 3',
  exec: "def main_solution():\n    exec('n = 1')",
  eval: "def main_solution():\n    return eval('1')",
  setattr: "def main_solution():\n    setattr(main_solution, 'n', 1)",
  getattr: "def main_solution():\n    getattr(main_solution, '__dict__')['n'] = 1",
  vars: "def main_solution():\n    vars(main_solution)['n'] = 1",
  'setattr under another name': "s = setattr\ndef main_solution():\n    s(main_solution, 'n', 1)",
  __import__: "def main_solution():\n    __import__('math').pi = 3",
  __builtins__: 'def main_solution():\n    __builtins__.n = 1',
  'an attribute of object': "def main_solution():\n    object.__setattr__(main_solution, 'n', 1)",
  'a changed module': 'import math\ndef main_solution():\n    math.pi = 3',
  'a changed class of a module':
    'import json\ndef main_solution():\n    json.JSONEncoder.default = str',
  'a changed class of collections':
    'from collections import Counter\ndef main_solution():\n    Counter.n = 1',
  'a changed method of collections':
    'from collections import Counter\ndef main_solution():\n    f = Counter.most_common\n    f.n = 1',
  'a module under another name': 'import math\nm = math\ndef main_solution():\n    m.pi = 3',
  'a module that is passed on':
    'import math\ndef f(m):\n    m.pi = 3\ndef main_solution():\n    f(math)',
  'a module imported inside': 'def main_solution():\n    import math as m\n    m.pi = 3',
  sys: 'import sys\ndef main_solution():\n    sys.setrecursionlimit(5000)',
  os: "import os\ndef main_solution():\n    os.environ['A'] = '1'",
  warnings: "import warnings\ndef main_solution():\n    warnings.simplefilter('error')",
  'the decimal context':
    'from decimal import getcontext, Decimal\ndef main_solution():\n    getcontext().prec += 1\n    return str(Decimal(1) / 3)',
  'the decimal context by its module':
    'import decimal\ndef main_solution():\n    decimal.getcontext().prec += 1',
  copyreg: 'import copy\ndef main_solution():\n    copy.copyreg.pickle(int, str)',
  'a registered class':
    'import numbers\nclass A:\n    def register(self):\n        return 1\ndef main_solution():\n    numbers.Number.register(A)',
  singledispatch: 'from functools import singledispatch\ndef main_solution():\n    return 1',
  attrgetter:
    "from operator import attrgetter\ndef main_solution():\n    attrgetter('__globals__')(main_solution)['n'] = 1",
  'the wraps of another function':
    'from functools import wraps\ndef f(): pass\ndef g(): pass\ndef main_solution():\n    n = g.__name__\n    wraps(f)(g)\n    return n',
  'abstractmethod as a function':
    'from abc import abstractmethod\ndef f(): pass\ndef main_solution():\n    abstractmethod(f)',
  'a decorated function':
    'def count(f):\n    n = [0]\n    def g():\n        n[0] += 1\n        return n[0]\n    return g\n@count\ndef main_solution():\n    return 1',
  'a closure made at the top':
    'def make():\n    n = 0\n    def f():\n        nonlocal n\n        n += 1\n        return n\n    return f\nmain_solution = make()',
  'an object made at the top':
    'class A:\n    def __init__(self):\n        self.n = 0\n    def f(self):\n        self.n += 1\n        return self.n\na = A()\ndef main_solution():\n    return a.f()',
  'an object as attribute of a class':
    'class A:\n    def __init__(self):\n        self.n = 0\nclass B:\n    a = A()\ndef main_solution():\n    B.a.n = 1',
  'a counter at the top':
    'import itertools\nc = itertools.count()\ndef main_solution():\n    return next(c)',
  'a generator at the top':
    'g = (x for x in range(9))\ndef main_solution():\n    return next(g, None)',
  'an iterator at the top': 'g = iter([1, 2])\ndef main_solution():\n    return next(g, None)',
  'a map at the top': 'g = map(str, [1, 2])\ndef main_solution():\n    return list(g)',
  'a deque at the top':
    'from collections import deque\nd = deque()\ndef main_solution():\n    d.append(1)',
  'a defaultdict at the top':
    'from collections import defaultdict\nd = defaultdict(int)\ndef main_solution():\n    return d[1]',
  'a list out of sum at the top':
    'G = sum([], [1])\ndef main_solution():\n    G.append(1)\n    return G',
  'a list out of max at the top':
    'G = max([1], [2])\ndef main_solution():\n    G.append(1)\n    return G',
  'a walrus at the top': 'print(G := [])\ndef main_solution():\n    G.append(1)\n    return G',
  'a walrus in an annotation':
    'def main_solution(x: (G := []) = 1):\n    G.append(1)\n    return G',
  'a comprehension at the top':
    'G = [[] for _ in range(2)]\ndef main_solution():\n    G[0].append(1)',
  'random numbers drawn at the top':
    'import random\nN = random.random()\ndef main_solution():\n    return N',
  'a name that is a parameter elsewhere':
    'G = [1]\ndef f(G):\n    G.append(1)\ndef main_solution():\n    return G[0]',
  'a name of a comprehension used outside of it':
    'G = []\ndef main_solution():\n    [G for G in range(2)]\n    G.append(1)',
  'a name bound twice': 'G = 1\nG = []\ndef main_solution():\n    G.append(1)',
  'a name that a class changes':
    '_A__g = []\n__g = 1\nclass A:\n    def f(self):\n        __g.append(1)\ndef main_solution():\n    A().f()',
  'a builtin that is a local name elsewhere':
    'def f(vars):\n    return vars\ndef main_solution():\n    vars(f)[1] = 1',
  'a star import': 'from math import *\ndef main_solution():\n    return 1',
  'an unknown module': 'import threading\ndef main_solution():\n    return 1',
  'a try at the top':
    'try:\n    import math\nexcept ImportError:\n    math = None\ndef main_solution():\n    return 1',
  'a field that a method has as default':
    'from dataclasses import dataclass, field\nxs = 1\n@dataclass\nclass A:\n    xs: list = field(default_factory=list)\n    def f(self, y=xs):\n        y.default = 1\ndef main_solution():\n    A().f()',
  'a dataclass with a list':
    'from dataclasses import dataclass\nG = [1]\n@dataclass\nclass A:\n    x: list = G\ndef main_solution():\n    return 1',
  'a generator that cleans up later':
    "def g():\n    try:\n        yield 1\n    finally:\n        print('late')\ndef main_solution():\n    x = g()\n    next(x)\n    y = [x]\n    y.append(y)",
  'fields of a named tuple':
    "from collections import namedtuple\nP = namedtuple('P', 'x')\ndef main_solution():\n    P(1)._field_defaults['x'] = 1",
  'a lambda that sets': 'def f(): pass\nmain_solution = lambda: setattr(f, "n", 1)',
  'an asynchronous function': 'async def main_solution():\n    return 1',
  'a type parameter': 'def main_solution[T](x: T = 1):\n    return 1',
  id: 'def main_solution():\n    return id([])',
  'a hash of an object': 'class A: pass\ndef main_solution():\n    return hash(A())',
  'a set of objects':
    'class A:\n    def __init__(self, n):\n        self.n = n\ndef main_solution():\n    return [a.n for a in {A(1), A(2)}]',
  'a set that an object is added to':
    'class A:\n    def __init__(self, n):\n        self.n = n\ndef main_solution():\n    s = set()\n    a = A(1)\n    s.add(a)\n    return len(s)',
  'a set that an object adds itself to':
    'class A:\n    def f(self, s):\n        s.add(self)\ndef main_solution():\n    s = set()\n    A().f(s)',
  'a set of lambdas': 'def main_solution():\n    return [f() for f in {lambda: 1, lambda: 2}]',
  'a set of nested functions':
    'def main_solution():\n    def f(): return 1\n    def g(): return 2\n    return [h() for h in {f, g}]',
  'a set of methods':
    'class A:\n    def f(self):\n        return 1\ndef main_solution():\n    a = A()\n    s = set()\n    s.add(a.f)',
  'a set of iterators': 'def main_solution():\n    return [list(x) for x in set([map(str, [1])])]',
  'a set of errors':
    'def main_solution():\n    s = set()\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        s.add(e)',
  'a set of keys':
    'class A:\n    def __init__(self, n):\n        self.n = n\ndef main_solution():\n    d = {A(1): 1, A(2): 2}\n    return [a.n for a in d.keys() & d]',
  'a set by its class': 'class A: pass\ndef main_solution():\n    return list(map(set, [[A()]]))',
  'a set of matches':
    "import re\nW = re.compile('a')\ndef main_solution():\n    s = set()\n    s.add(W.match('a'))",
  'a set of errors that are not raised': 'def main_solution():\n    return len({ValueError()})',
  'a set of values': 'def main_solution():\n    x = {}.values()\n    return len({x})',
  'a set of methods of lists': 'def main_solution():\n    return len({[].append})',
  'a set of what is not a number':
    "def main_solution():\n    return list({float('nan'), 1.0, 2.0})",
  'a list that is looked for in objects':
    'G = [1]\nclass A:\n    def __eq__(self, x):\n        x.append(1)\ndef main_solution():\n    [A()].index(G)',
  'a list in an attribute named like a method of the library':
    'G = [1]\nclass A:\n    def __init__(self):\n        self.update = lambda x: x.append(1)\ndef main_solution():\n    A().update(G)',
  'a list in an attribute of a local function':
    'G = [1]\ndef main_solution():\n    def f(): pass\n    f.extend = lambda x: x.append(1)\n    f.extend(G)',
};
