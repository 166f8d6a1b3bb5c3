import type { ContractPrograms } from './contract-programs.js';

/** The programs of the contract in Python. */
export const pythonPrograms: ContractPrograms = {
  increments: [
    ['a function', 'def main(n):\n    return n + 1'],
    ['a lambda in a variable', 'main = lambda n: n + 1'],
    [
      'a function that calls another one',
      'def main(n):\n    return other(n)\ndef other(n):\n    return n + 1',
    ],
    [
      'an async function',
      'import asyncio\nasync def main(n):\n    await asyncio.sleep(0)\n    return n + 1',
    ],
    [
      'a partial application',
      'import functools, operator\nmain = functools.partial(lambda step, n: n + step, 1)',
    ],
    [
      'an object that can be called',
      'class Adder:\n    def __call__(self, n):\n        return n + 1\nmain = Adder()',
    ],
  ],
  listArguments: 'def main(*all):\n    return all',
  method: {
    code: 'class Solver:\n    @staticmethod\n    def solve(n):\n        return n * 2',
    entrypoint: 'Solver.solve',
  },
  echo: 'def main(value):\n    return value',
  literal: (text) => `import json\ndef main():\n    return json.loads(${JSON.stringify(text)})`,
  expression: (expression) => `def main():\n    return ${expression}`,
  print: 'def main():\n    print("a", 1)\n    print("two\\nlines")\n    return 0',
  changeInput: 'def main(list):\n    list.append(1)\n    list[0].append(1)\n    return list',

  throwing: {
    code: 'def main():\n    nothing = None\n    return nothing.field\n',
    name: 'AttributeError',
    message: "'NoneType' object has no attribute 'field'",
    line: 3,
  },
  syntaxError: {
    code: 'def main():\n    return 1\n\ndef other(:\n    pass\n',
    name: 'SyntaxError',
    line: 4,
  },
  failing: [
    ['a syntax error', { code: 'def main(:', name: 'SyntaxError' }],
    ['a missing function', { code: 'def other():\n    pass', name: 'NameError' }],
    [
      'an error while loading',
      {
        code: 'raise LookupError("x")\ndef main():\n    pass',
        name: 'LookupError',
        message: 'x',
        line: 1,
      },
    ],
    [
      'an error where it is awaited',
      {
        code: 'async def main():\n    raise BufferError("x")',
        name: 'BufferError',
        message: 'x',
        line: 2,
      },
    ],
    [
      'what the sandbox does not have',
      { code: 'import os\ndef main():\n    os.fork()', name: 'OSError' },
    ],
    [
      'a missing module',
      {
        code: 'import js\ndef main():\n    pass',
        name: 'ModuleNotFoundError',
        message: "No module named 'js'",
      },
    ],
  ],
  oddThrows: [
    'raise SystemExit',
    'raise SystemExit(3)',
    'raise KeyboardInterrupt',
    'raise GeneratorExit',
    'raise StopIteration(1)',
    'raise BaseException',
    'raise ExceptionGroup("all", [ValueError(1)])',
    'raise type("Silent", (Exception,), {"__str__": lambda self: 1 / 0})',
    'raise type("Nameless", (Exception,), {"__class__": property(lambda self: 1 / 0)})',
    'raise "text"',
  ],
  waitingForever: {
    code: 'import asyncio\nasync def main():\n    await asyncio.Event().wait()',
    name: 'RuntimeError',
    message: 'the coroutine waits for something that never comes',
  },

  refusedValues: [
    ['{1, 2}', '$', 'a set'],
    ['{"a": [1, frozenset()]}', '$.a[1]', 'a frozenset'],
    ['b"text"', '$', 'bytes'],
    ['[1, bytearray(2)]', '$[1]', 'a bytearray'],
    ['{"b": (1, 2j)}', '$.b[1]', 'a complex number'],
    ['range(3)', '$', 'a range'],
    ['[int]', '$[0]', 'a class'],
    ['lambda: 1', '$', 'a function'],
    ['"".join', '$', 'a built-in function'],
    ['(each for each in "ab")', '$', 'a generator'],
    ['...', '$', 'Ellipsis'],
    ['__import__("math")', '$', 'a module'],
    ['type("Point", (), {})()', '$', 'an object of class Point'],
    ['__import__("datetime").date(2024, 1, 1)', '$', 'a datetime.date'],
    ['__import__("decimal").Decimal("1.5")', '$', 'a decimal.Decimal'],
    ['{(1, 2): 3}', '$', 'a key that is a tuple'],
  ],
  circular: {
    code: 'def main():\n    a = {"b": {}}\n    a["b"]["c"] = a\n    return [a]',
    path: '$[0].b.c',
    reason: 'a circular reference',
  },
  shared: 'def main():\n    a = {"x": 1}\n    return [a, a]',
  nested: 'def main():\n    a = []\n    for _ in range(1000):\n        a = [a]\n    return a',

  endless: [
    ['a loop', 'def main():\n    while True:\n        pass'],
    [
      'a loop that awaits',
      'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)',
    ],
    ['a loop while the program loads', 'while True:\n    pass'],
  ],
  memoryBomb: 'def main():\n    all = []\n    while True:\n        all.append([1] * 10000)',
  endlessRecursion: 'def main():\n    return main() + 1',
  hugeResults: [
    ['a text', 'def main():\n    return "x" * 2_000_000'],
    ['a list', 'def main():\n    return [0] * 2_000_000'],
    ['a number', 'def main():\n    return 1 << 20_000_000'],
  ],
  loop: 'def main(rounds):\n    sum = 0\n    for i in range(rounds):\n        sum += 1\n    return sum',

  marks: [
    'import builtins; builtins.mark = 1',
    'import builtins; builtins.len = lambda _: 5',
    'import math; math.pi = 3',
    'import collections; collections.Counter.mark = 1',
    'import random; random.random = lambda: 0.5',
    'import random; random.seed(7)',
    'import time; time.time = lambda: 5',
    'import time; time.sleep(100)',
    'import json; json.dumps = lambda *_: "1"',
    'import sys; sys.modules["mark"] = sys',
    'import sys; sys.setrecursionlimit(60)',
    'import sys; sys.path.clear(); sys.meta_path.clear(); sys.path_importer_cache.clear()',
    'import sys; sys.stdout = None',
    'import decimal; decimal.getcontext().prec = 3',
    'import os; os.environ["MARK"] = "1"',
    'import warnings; warnings.simplefilter("error")',
    'import gc; gc.disable()',
    'import threading; threading.current_thread().name = "mark"',
    'import re; re.compile = None; re.purge()',
    'del __builtins__, __name__',
  ],
  probe: `import builtins, collections, decimal, gc, json, math, os, random, re, sys, threading, time, warnings
def main():
    print('seen')
    return [
        hasattr(builtins, 'mark'), len('ab'), math.pi, hasattr(collections.Counter, 'mark'),
        random.random(), time.time(), json.dumps({'a': 1}), 'mark' in sys.modules,
        sys.getrecursionlimit(), sys.path, [str(finder) for finder in sys.meta_path],
        sorted(sys.path_importer_cache), decimal.getcontext().prec, os.environ.get('MARK'),
        [str(each) for each in warnings.filters], gc.isenabled(), threading.current_thread().name,
        re.compile('a+').sub('b', 'aab'), __name__, sorted(sys.modules), len(gc.get_objects()),
    ]`,
  leave: (mark, isAtLoad) =>
    isAtLoad
      ? `${mark}\ndef main():\n    return 1`
      : `def main():\n    global __builtins__, __name__\n    ${mark}\n    return 1`,
  countCalls: 'calls = 0\ndef main():\n    global calls\n    calls += 1\n    return calls',
  reachHost: `def attempt(action):
    try:
        return str(action())
    except Exception:
        return 'closed'
def main():
    import os, subprocess, urllib.request
    return [
        attempt(lambda: __import__('js')),
        attempt(lambda: __import__('pyodide.code').code.run_js('1')),
        attempt(lambda: __import__('pyodide_js')),
        attempt(lambda: open('/etc/passwd').read()),
        attempt(lambda: open('/tmp/mark', 'w')),
        attempt(lambda: open('/dev/tty').read()),
        attempt(lambda: os.fork()),
        attempt(lambda: os.kill(1, 9)),
        attempt(lambda: subprocess.run(['true'])),
        attempt(lambda: urllib.request.urlopen('file:///etc/passwd')),
    ]`,
  forge: `import builtins, json
def main():
    json.dumps = json.JSONEncoder.encode = json.encoder.encode_basestring_ascii = lambda *_: '"forged"'
    json.encoder.c_make_encoder = json.encoder.INFINITY = None
    builtins.isinstance = builtins.issubclass = lambda *_: True
    builtins.type = builtins.str = builtins.len = builtins.list = builtins.dict = builtins.id = lambda *_: 5
    return {'real': [1, 'two']}`,

  surroundings: `import datetime, random, time
def main():
    now = datetime.datetime.now()
    return [random.random(), random.random(), time.time_ns() // 1_000_000, now.hour, int(datetime.datetime(2024, 1, 1).timestamp() * 1000)]`,
  drawEarly: 'import random\ndrawn = random.random()\ndef main():\n    return drawn',
};
