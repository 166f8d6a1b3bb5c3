import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/index.js';
import { openPython } from './support/python-calls.js';

const { run } = openPython();
const loop = `def main(rounds):
    done = 0
    while done < rounds:
        done += 1
    return done`;

async function operationsOf(code: string, input: JsonObject = {}, seed = 0): Promise<number> {
  const outcome = await run(code, input, { countOperations: true, seed });
  if (outcome.status !== 'returned') throw new Error(JSON.stringify(outcome));
  return outcome.operations ?? Number.NaN;
}

describe('the operations that the Python sandbox counts', () => {
  it('grow with the rounds of a loop, far below a step and above it', async () => {
    const counts: number[] = [];
    for (const rounds of [0, 1, 10, 100, 100_000]) {
      counts.push(await operationsOf(loop, { rounds }));
    }
    const [none = 0, ...others] = counts;
    expect(none).toBeGreaterThan(0);
    expect(none).toBeLessThan(50);
    expect(others.map((each) => each - none)).toEqual([1, 10, 100, 100_000]);
  });

  it('count calls and rounds alike', async () => {
    const calls = 'def step():\n    pass\ndef main(n):\n    for _ in range(n): step()';
    const [none, one, many] = [
      await operationsOf(calls, { n: 1 }),
      await operationsOf(calls, { n: 2 }),
      await operationsOf(calls, { n: 101 }),
    ];
    expect(one - none).toBe(2);
    expect(many - none).toBe(200);
  });

  it('are the same every time, whatever was called before and however the program is loaded', async () => {
    const stateful = `calls = 0\n${loop.replace('done = 0', 'global calls\n    calls += 1\n    done = 0')}`;
    for (const code of [loop, stateful]) {
      const first = await operationsOf(code, { rounds: 50 });
      await run('def main():\n    while True: pass');
      await Promise.all([1, 2, 3].map((rounds) => run(code, { rounds }, { seed: rounds })));
      await run('early = [n ** 2 for n in range(999)]\ndef main():\n    return 1');
      for (const seed of [0, 0, 1, 2, 1]) {
        expect(await operationsOf(code, { rounds: 50 }, seed)).toBe(first);
      }
    }
  });

  it('do not grow with what it takes to load the program, or to read and write values', async () => {
    const echo = 'def main(list):\n    return list';
    const few = await operationsOf(echo, { list: [1] });
    expect(await operationsOf(echo, { list: Array(500).fill({ a: 'b' }) })).toBe(few);
    expect(await operationsOf(`for _ in range(50_000): pass\n${echo}`, { list: [] })).toBe(few);
  });

  it('take in what is awaited', async () => {
    const code =
      'async def step():\n    pass\nasync def main(n):\n    for _ in range(n): await step()';
    const [few, many] = [await operationsOf(code, { n: 1 }), await operationsOf(code, { n: 1001 })];
    expect(many - few).toBeGreaterThanOrEqual(1000);
  });

  it('grow with long operations that count none of their own', async () => {
    const power = 'def main(n):\n    return len(str(3 ** n)) > 0';
    expect(await operationsOf(power, { n: 100_000 })).toBeGreaterThan(
      1000 + (await operationsOf(power, { n: 10 })),
    );
    const search = 'import re\ndef main(n):\n    return re.match("(a+)+b", "a" * n) is None';
    expect(await operationsOf(search, { n: 20 })).toBeGreaterThan(
      1000 + (await operationsOf(search, { n: 5 })),
    );
  });

  it('are not told unless asked for', async () => {
    expect(await run(loop, { rounds: 1 })).toEqual({
      ...{ status: 'returned', value: 1, steps: 0, logs: [] },
    });
  });
});
