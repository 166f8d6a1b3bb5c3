import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/index.js';
import { double, endless, numbersBelow, resultOf, stuck } from './support/pool-programs.js';

describe('the scheduling of the pool', () => {
  it('answers ten thousand calls at once, each with its own result', async () => {
    await using sandbox = createSandbox({ workers: 2 });
    const calls = numbersBelow(10_000).map((n) => sandbox.run(double, { n }));
    expect((await Promise.all(calls)).map(resultOf)).toEqual(
      numbersBelow(10_000).map((n) => 2 * n),
    );
  });

  it('makes calls in the order in which they come on one worker', async () => {
    await using sandbox = createSandbox({ workers: 1 });
    const order: number[] = [];
    const calls = numbersBelow(500).map((n) =>
      sandbox.run(double, { n }).then(() => order.push(n)),
    );
    await Promise.all(calls);
    expect(order).toEqual(numbersBelow(500));
  });

  it.each([1, 3, 200])('lets no call wait behind a long one: %i of them', async (quickCalls) => {
    await using sandbox = createSandbox({ workers: 2, maxSteps: 6000 });
    await Promise.all(numbersBelow(20).map((n) => sandbox.run(double, { n })));
    const order: string[] = [];
    const long = sandbox.run(endless, {}).then((outcome) => order.push(outcome.status));
    const quick = numbersBelow(quickCalls).map((n) =>
      sandbox.run(double, { n }).then((outcome) => {
        order.push('quick');
        return resultOf(outcome);
      }),
    );
    expect(await Promise.all(quick)).toEqual(numbersBelow(quickCalls).map((n) => 2 * n));
    await long;
    expect(order.at(-1)).toBe('step-limit');
  });

  it('takes new calls past a long one', async () => {
    await using sandbox = createSandbox({ workers: 2, maxSteps: 6000 });
    let isLongOver = false;
    const long = sandbox.run(endless, {}).then(() => {
      isLongOver = true;
    });
    for (const n of numbersBelow(20)) {
      expect(resultOf(await sandbox.run(double, { n }))).toBe(2 * n);
    }
    expect(isLongOver).toBe(false);
    await long;
  });

  it('loses nothing but the calls that get a worker killed', async () => {
    await using sandbox = createSandbox({ workers: 2, wallClockMs: 500 });
    const settled: string[] = [];
    const calls = numbersBelow(504).map(async (n) => {
      const outcome = await sandbox.run(n % 126 === 60 ? stuck : double, { n });
      settled.push(outcome.status);
      return resultOf(outcome);
    });
    expect(await Promise.all(calls)).toEqual(
      numbersBelow(504).map((n) => (n % 126 === 60 ? { status: 'lost' } : 2 * n)),
    );
    expect(settled.length).toBe(504);
    expect(resultOf(await sandbox.run(double, { n: 4 }))).toBe(8);
  });
});
