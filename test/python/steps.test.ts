import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject, Outcome } from '../../src/index.js';
import { callFresh } from './support/fresh-interpreter.js';
import { openPython } from './support/python-calls.js';

const { run } = openPython();
// The first interpreter takes longer than the others.
beforeAll(() => callFresh('', {}, {}));
const stepsOf = (outcome: Outcome): number => {
  if ('steps' in outcome) return outcome.steps;
  throw new Error(JSON.stringify(outcome));
};

const programs: readonly [title: string, code: string, input: JsonObject][] = [
  ['a loop', 'def main(n):\n    for i in range(n): i * i\n    return n', { n: 150_000 }],
  [
    'calls',
    'def f(n):\n    return n\ndef main(n):\n    return sum(f(i) for i in range(n))',
    { n: 60_000 },
  ],
  [
    'recursion',
    'def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\ndef main(n):\n    return fib(n)',
    { n: 23 },
  ],
  ['sorting', 'def main(n):\n    return sorted(range(n), key=lambda i: -i)[0]', { n: 80_000 }],
  ['big numbers', 'def main(n):\n    return (3 ** n) % 1000', { n: 200_000 }],
  [
    'regular expressions',
    'import re\ndef main(n):\n    return re.match("(a+)+b", "a" * n) is None',
    { n: 24 },
  ],
  [
    'sets of strings',
    'def main(n):\n    words = {str(i) for i in range(n)}\n    return len([w for w in words if w in words])',
    { n: 60_000 },
  ],
  ['loading', 'for i in range(200_000): pass\ndef main(n):\n    return n', { n: 1 }],
  [
    'an error at the end',
    'def main(n):\n    for i in range(n): pass\n    raise KeyError(n)',
    { n: 150_000 },
  ],
];

describe('the steps of a Python program', () => {
  it.each(programs)('are equal each time, and the limit is exact: %s', async (_, code, input) => {
    const first = await run(code, input);
    const steps = stepsOf(first);
    expect(steps).toBeGreaterThan(3);
    for (const seed of [0, 2, 4]) {
      // Often enough that a program which keeps no state is called again as it is.
      for (let call = 0; call < 3; call++) {
        expect(await run(code, input, { seed })).toEqual(first);
      }
      expect(await callFresh(code, input, { seed })).toEqual(first);
    }
    expect(await callFresh(code, input, { maxSteps: steps })).toEqual(first);
    expect(await callFresh(code, input, { maxSteps: steps - 1 })).toEqual({ status: 'step-limit' });
  });
});
