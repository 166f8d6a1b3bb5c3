import { describe, expect, it } from 'vitest';
import { openPython } from './support/python-calls.js';

const { run, value } = openPython();

describe('Python', () => {
  it.each([
    [
      'dataclasses',
      `from dataclasses import dataclass, field, asdict, replace
@dataclass(order=True, frozen=True, slots=True)
class Point:
    x: int
    y: float = 0.5
    tags: list[str] = field(default_factory=list, compare=False)
def main():
    return [asdict(Point(1)), Point(1) < Point(2), repr(replace(Point(1), x=3))]`,
      [{ x: 1, y: 0.5, tags: [] }, true, 'Point(x=3, y=0.5, tags=[])'],
    ],
    [
      'enumerations',
      `import enum
class Color(enum.Enum):
    RED = enum.auto()
    BLUE = enum.auto()
class Bits(enum.Flag):
    A = 1
    B = 2
def main():
    return [Color.BLUE.value, Color['RED'].name, [each.name for each in Color], (Bits.A | Bits.B).value]`,
      [2, 'RED', ['RED', 'BLUE'], 3],
    ],
    [
      'named tuples, typing and generics',
      `from __future__ import annotations
from collections import namedtuple
from typing import Generic, NamedTuple, Optional, Protocol, TypedDict, TypeVar, get_type_hints
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value
class Row(TypedDict, total=False):
    a: int
class Sized(Protocol):
    def size(self) -> int: ...
class Pair(NamedTuple):
    a: int
    b: Optional[Box[int]] = None
def main(n: 'int' = 2) -> dict[str, int]:
    old = namedtuple('old', 'x y')(1, n)
    return [Box[int](n).value, Row(a=1), Pair(1)._asdict(), old._replace(x=5), str(get_type_hints(main)['n'])]`,
      [2, { a: 1 }, { a: 1, b: null }, [5, 2], "<class 'int'>"],
    ],
    [
      'generics and type statements of 3.12',
      `type Numbers = list[int]
class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, item: T) -> None: self.items.append(item)
def first[T](items: list[T]) -> T:
    return items[0]
def main():
    stack = Stack[int]()
    stack.push(7)
    return [first(stack.items), Numbers.__name__, first.__type_params__[0].__name__]`,
      [7, 'Numbers', 'T'],
    ],
    [
      'match statements',
      `class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def kind(value):
    match value:
        case 0 | 1: return 'bit'
        case int() as n if n > 99: return f'large {n}'
        case [first, *rest]: return [first, len(rest)]
        case {'type': 'a', **others}: return others
        case Point(0, y=y): return y
        case str(): return 'text'
        case _: return None
def main():
    return [kind(each) for each in [1, 100, (3, 4, 5), {'type': 'a', 'b': 2}, Point(0, 9), 'x', 2.5]]`,
      ['bit', 'large 100', [3, 2], { b: 2 }, 9, 'text', null],
    ],
    [
      'f-strings of 3.12',
      `def main():
    names = {'a': 1.5}
    return [f"{names["a"]:>{6}.2f}|{', '.join([f'{n!r}' for n in 'xy'])}", f'{1 + 1 = }', f'{10**6:,}', f'{'\\n'.join('ab')}']`,
      ["  1.50|'x', 'y'", '1 + 1 = 2', '1,000,000', 'a\nb'],
    ],
    [
      'generators, closures and decorators',
      `import functools, contextlib
def logged(function):
    @functools.wraps(function)
    def inner(*all, **named):
        calls.append(function.__name__)
        return function(*all, **named)
    return inner
calls = []
@logged
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@contextlib.contextmanager
def opened():
    calls.append('open')
    try: yield 5
    finally: calls.append('close')
def count():
    got = yield 1
    yield from [got, 3]
def main():
    counter = count()
    with opened() as n: pass
    return [fib(10), sorted(set(calls)), [next(counter), counter.send(2), next(counter)], n, (lambda *a, k=2: (a, k))(1)]`,
      [55, ['close', 'fib', 'open'], [1, 2, 3], 5, [[1], 2]],
    ],
    [
      'exceptions, groups and notes',
      `def main():
    seen = []
    try:
        raise ExceptionGroup('all', [ValueError(1), KeyError('a')])
    except* ValueError as group:
        seen.append(len(group.exceptions))
    except* KeyError as group:
        seen.append(str(group.exceptions[0]))
    try:
        raise ValueError('m')
    except ValueError as error:
        error.add_note('n')
        seen.append(error.__notes__)
    else:
        seen.append('never')
    finally:
        seen.append('end')
    return seen`,
      [1, "'a'", ['n'], 'end'],
    ],
    [
      'classes: inheritance, properties, slots, metaclasses',
      `import abc
class Shape(abc.ABC):
    registry = []
    def __init_subclass__(cls, **named):
        Shape.registry.append(cls.__name__)
    @abc.abstractmethod
    def area(self): ...
    @property
    def double(self): return 2 * self.area()
class Square(Shape):
    __slots__ = ('side',)
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2
    def __eq__(self, other): return self.side == other.side
    def __getattr__(self, name): return name
class Meta(type):
    def __call__(cls, *all): return [cls.__name__, *all]
class Made(metaclass=Meta): pass
def main():
    try: Shape()
    except TypeError as error: message = str(error)
    return [Square(3).double, Shape.registry, Square(1) == Square(1), Square(1).other, Made(1), 'abstract' in message]`,
      [18, ['Square'], true, 'other', ['Made', 1], true],
    ],
    [
      'walrus, star expressions, unpacking and comprehensions',
      `def main():
    if (n := 10) > 5: a, *b, c = range(n)
    return [a, b, c, [*b, *'xy'], {**{'k': 1}, 'l': 2}, {x: y for x, y in zip('ab', [1, 2])}, sorted({x % 3 for x in b}), [[i * j for j in range(2)] for i in range(2)]]`,
      [
        0,
        [1, 2, 3, 4, 5, 6, 7, 8],
        9,
        [1, 2, 3, 4, 5, 6, 7, 8, 'x', 'y'],
        { k: 1, l: 2 },
        { a: 1, b: 2 },
        [0, 1, 2],
        [
          [0, 0],
          [0, 1],
        ],
      ],
    ],
    [
      'asynchronous functions',
      `class Steps:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return self.n
async def double(n): return 2 * n
async def main():
    return [await double(n) async for n in Steps(3)]`,
      [4, 2, 0],
    ],
    [
      'tasks that wait, in the order of time',
      `import asyncio
seen = []
async def wait(seconds):
    await asyncio.sleep(seconds)
    seen.append(seconds)
    return seconds
async def all():
    results = await asyncio.gather(wait(3600), wait(60), wait(0))
    try: await asyncio.wait_for(wait(100), 10)
    except TimeoutError: seen.append('late')
    return results
def main():
    return [asyncio.run(all()), seen]`,
      [
        [3600, 60, 0],
        [0, 60, 3600, 'late'],
      ],
    ],
  ])('runs %s', async (_, code, expected) => {
    expect(await run(code)).toMatchObject({ status: 'returned', value: expected });
  });

  it('does not run what is for scripts alone', async () => {
    const code = `def main():
    return __name__
if __name__ == '__main__':
    raise SystemExit('read the arguments')`;
    expect(await value(code)).toBe('program');
  });

  it('lets a program find itself among the modules', async () => {
    const code = `import pickle, sys
class Point:
    pass
def main():
    return [type(pickle.loads(pickle.dumps(Point()))) is Point, sys.modules[__name__].main is main]`;
    expect(await value(code)).toEqual([true, true]);
  });

  it('keeps what is printed by line, also to the error stream', async () => {
    const printed = async (...lines: string[]): Promise<unknown> => {
      const outcome = await run(`import sys\ndef main():\n    ${lines.join('\n    ')}`);
      return outcome.status === 'returned' ? outcome.logs : outcome;
    };
    expect(
      await printed(
        'print("a", 1, sep="-", end="")',
        'print(" ü", *"xy", sep="\\n")',
        'sys.stdout.write("no end")',
      ),
    ).toEqual(['a-1 ü', 'x', 'y', 'no end']);
    expect(await printed('print("wrong", file=sys.stderr)', 'print()')).toEqual(['', 'wrong']);
    expect(await printed('print(*[0] * 3)', 'print("two\\n\\nthree")')).toEqual([
      ...['0 0 0', 'two', '', 'three'],
    ]);
  });

  it('keeps no more of it than a screen or two', async () => {
    const much = await run('def main():\n    for n in range(10 ** 6): print("x" * 100)');
    if (much.status !== 'returned') throw new Error(much.status);
    expect(much.logs.join('\n').length).toBeLessThanOrEqual(16 * 1024 + 1);
  });
});
