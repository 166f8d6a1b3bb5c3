import { expect, it } from 'vitest';
import { askGuest, callGuest, describeGuest, readResponses } from './run-guest.js';

const value = (text: string): unknown => (JSON.parse(text) as { value: unknown }).value;

describeGuest('calls of the Python guest', () => {
  it('passes the input by name, or in the order of the parameters', () => {
    const source =
      'def main_solution(a, b=10, *rest, **others):\n    return [a, b, list(rest), others]';
    const input = '{"b":1,"a":2,"c":3}';
    const [byName, inOrder, gap, none] = readResponses(
      askGuest([
        { source, input },
        { source, input, parameters: ['b', 'a', 'c'] },
        { source, input: '{"a":2}', parameters: ['a', 'b'] },
        { source, input: '{"b":2}', parameters: ['a', 'b'] },
      ]),
    );
    expect([byName?.value, inOrder?.value, gap?.value]).toEqual([
      [2, 1, [], { c: 3 }],
      [1, 2, [3], {}],
      [2, 10, [], {}],
    ]);
    expect(none).toMatchObject({
      name: 'TypeError',
      message: "main_solution() missing 1 required positional argument: 'a'",
      line: null,
    });
  });

  it('finds functions of classes, and makes an object where one is wanted', () => {
    const source = `
class Solver:
    def __init__(self):
        self.n = 1
    def solve(self, x):
        return self.n + x
    @staticmethod
    def twice(x):
        return 2 * x
    @classmethod
    def name(cls, x):
        return cls.__name__
class Other(Solver):
    pass
`;
    const entrypoints = ['Solver.solve', 'Other.solve', 'Solver.twice', 'Other.name'];
    const responses = askGuest(
      entrypoints.map((entrypoint) => ({ source, entrypoint, input: '{"x":5}' })),
    );
    expect(responses.map(value)).toEqual([6, 6, 10, 'Other']);
  });

  it('says when there is no such function', () => {
    const source = 'class Solver:\n    size = 3\nprint = 4';
    const entrypoints = ['main_solution', 'Solver.solve', 'Solver.size', 'print', 'len'];
    const responses = readResponses(
      askGuest(entrypoints.map((entrypoint) => ({ source, entrypoint }))),
    );
    expect(responses.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'NameError: main_solution is not defined',
      'NameError: Solver.solve is not defined',
      'TypeError: Solver.size is not callable',
      'TypeError: print is not callable',
      'NameError: len is not defined',
    ]);
  });

  it('runs asynchronous functions, whose waiting takes no time', () => {
    const sleeping = `
import asyncio
async def wait(n):
    await asyncio.sleep(n)
    return n
async def main_solution():
    return await asyncio.gather(wait(1000), wait(0), wait(0.1))
`;
    const inside = `${sleeping.replace('main_solution', 'all')}
def main_solution():
    return asyncio.run(all())
`;
    const never = 'import asyncio\nasync def main_solution():\n    await asyncio.Event().wait()';
    const [first, second, third] = readResponses(
      askGuest([sleeping, inside, never].map((source) => ({ source }))),
    );
    expect([first?.value, second?.value]).toEqual([
      [1000, 0, 0.1],
      [1000, 0, 0.1],
    ]);
    expect(third).toMatchObject({
      name: 'RuntimeError',
      message: 'the coroutine waits for something that never comes',
    });
  });

  it('does not run what is for running by hand, and knows the module', () => {
    const source = `
import dataclasses, pickle, sys
@dataclasses.dataclass
class Point:
    x: 'int'
def main_solution():
    import __main__
    copy = pickle.loads(pickle.dumps(Point(3)))
    return [copy.x, __name__, sys.modules[__name__] is __main__]
if __name__ == '__main__':
    input()
`;
    expect(value(callGuest(source))).toEqual([3, 'program', true]);
  });

  it('loads each program afresh, also when it is asked for the last one again', () => {
    const source = 'seen = []\ndef main_solution(x):\n    seen.append(x)\n    return seen';
    const [first, fresh, again] = askGuest([
      { source, input: '{"x":1}' },
      { source, input: '{"x":2}' },
      { source, input: '{"x":3}', reuse: true },
    ]);
    expect([first, fresh, again].map((text) => value(String(text)))).toEqual([[1], [2], [3]]);
  });

  it('draws the same random numbers for the same seed', () => {
    const source =
      'import random\ndef main_solution():\n    return [random.random(), random.gauss(0, 1)]';
    const [first, again, other, reused] = askGuest([
      { source, seed: 7 },
      { source, seed: 7 },
      { source, seed: 4_294_967_295 },
      { source, seed: 7, reuse: true },
    ]);
    expect(again).toBe(first);
    expect(reused).toBe(first);
    expect(other).not.toBe(first);
  });

  it("keeps a program's own seed", () => {
    const source =
      'import random\nrandom.seed(3)\ndef main_solution():\n    return random.random()';
    const [first, other] = askGuest([
      { source, seed: 1 },
      { source, seed: 2 },
    ]);
    expect(other).toBe(first);
  });

  it('gives programs the depth that they have in a script', () => {
    const source = `
def depth(n):
    return 1 if n == 1 else 1 + depth(n - 1)
def main_solution(n):
    return depth(n)
`;
    const [fits, tooDeep, raised] = readResponses(
      askGuest([
        { source, input: '{"n":990}' },
        { source, input: '{"n":1000}' },
        { source: `import sys\nsys.setrecursionlimit(9000)\n${source}`, input: '{"n":5000}' },
      ]),
    );
    expect([fits?.value, tooDeep?.name, raised?.value]).toEqual([990, 'RecursionError', 5000]);
  });

  it('is not misled by what a program does to Python', () => {
    const source = `
import builtins, json, json.encoder, random, sys
def broken(*values, **named):
    raise KeyError('broken')
for module, names in (
    (json, 'loads dumps JSONEncoder JSONDecoder'),
    (json.encoder, 'encode_basestring_ascii c_make_encoder JSONEncoder'),
    (random, 'seed'),
    (builtins, 'len type str isinstance issubclass set map list dict id enumerate sum all max'),
    (sys, 'setrecursionlimit settrace getrecursionlimit stdout'),
):
    for name in names.split():
        setattr(module, name, broken)
sys.modules.clear()
def main_solution():
    return {'a': [1, {'b': (2.5, None)}], 1: 'é'}
`;
    const [response] = askGuest([{ source }]);
    expect(value(String(response))).toEqual({ a: [1, { b: [2.5, null] }], 1: 'é' });
  });

  it('is not stopped by low limits and watchers that a program leaves', () => {
    const source = `
import sys
def watch(frame, *rest):
    if frame.f_code.co_filename != '<program>':
        raise KeyError('watched')
    return watch
def main_solution(fails):
    sys.setrecursionlimit(30)
    sys.settrace(watch)
    sys.setprofile(watch)
    if fails:
        raise ValueError('own')
    return [[[[[[1]]]]]]
`;
    const inputs = ['{"fails":false}', '{"fails":true}'];
    const [returned, threw] = readResponses(inputs.map((input) => callGuest(source, { input })));
    expect(threw).toMatchObject({ name: 'ValueError', message: 'own' });
    expect(returned?.value).toEqual([[[[[[1]]]]]]);
  });
});
