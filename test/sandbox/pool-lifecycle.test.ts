import { getEventListeners } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSandbox, SandboxClosedError } from '../../src/index.js';
import { double, endless, numbersBelow, resultOf, stuck } from './support/pool-programs.js';

const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

describe('aborting a call', () => {
  it('that waits rejects at once, and the others are made', async () => {
    await using sandbox = createSandbox({ workers: 1, maxSteps: 3000 });
    const controller = new AbortController();
    const order: string[] = [];
    const long = sandbox.run(endless, {}).then(({ status }) => order.push(status));
    const calls = numbersBelow(200).map((n) => sandbox.run(double, { n }));
    const aborted = numbersBelow(200).map((n) =>
      sandbox.run(double, { n }, { signal: controller.signal }).catch((error: unknown) => {
        order.push('aborted');
        return error;
      }),
    );
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await Promise.all(aborted)).toEqual(numbersBelow(200).map(() => reason));
    await long;
    expect(order.indexOf('step-limit')).toBe(200);
    expect((await Promise.all(calls)).map(resultOf)).toEqual(numbersBelow(200).map((n) => 2 * n));
  });

  it('that waits in a worker behind a long one rejects at once, too', async () => {
    await using sandbox = createSandbox({ workers: 1, maxSteps: 10_000 });
    await sandbox.run(double, { n: 0 });
    const controller = new AbortController();
    let isLongOver = false;
    const long = sandbox.run(endless, {}).then(() => {
      isLongOver = true;
    });
    const behind = sandbox.run(double, { n: 1 }, { signal: controller.signal });
    const after = sandbox.run(double, { n: 2 });
    await sleep(1);
    controller.abort();
    await expect(behind).rejects.toThrow('This operation was aborted');
    expect(isLongOver).toBe(false);
    await long;
    expect(resultOf(await after)).toBe(4);
  });

  it('that was begun rejects at once, and its worker goes on afterwards', async () => {
    await using sandbox = createSandbox({ workers: 1, maxSteps: 3000 });
    await sandbox.run(double, { n: 0 });
    const controller = new AbortController();
    const begun = sandbox.run(endless, {}, { signal: controller.signal });
    await sleep(20);
    controller.abort(new Error('enough'));
    await expect(begun).rejects.toThrow('enough');
    expect(resultOf(await sandbox.run(double, { n: 1 }))).toBe(2);
  });

  it('before it is made rejects with the reason', async () => {
    await using sandbox = createSandbox({ workers: 1 });
    const reason = { any: 'value' };
    const signal = AbortSignal.abort(reason);
    await expect(sandbox.run(double, { n: 1 }, { signal })).rejects.toBe(reason);
    expect(listenersOf(signal)).toBe(0);
  });

  it('after it is over changes nothing', async () => {
    await using sandbox = createSandbox({ workers: 1 });
    const controller = new AbortController();
    const call = sandbox.run(double, { n: 1 }, { signal: controller.signal });
    await call;
    controller.abort();
    expect(resultOf(await call)).toBe(2);
  });
});

describe('a signal that many calls share', () => {
  it('has no listener left once they are over, whichever way', async () => {
    const { signal } = new AbortController();
    const sandbox = createSandbox({ workers: 2, maxSteps: 100, wallClockMs: 300 });
    const programs = [double, stuck, endless, double];
    const calls = programs.map((program) => sandbox.run(program, { n: 1 }, { signal }));
    expect(listenersOf(signal)).toBeGreaterThan(0);
    await Promise.all(calls);
    expect(listenersOf(signal)).toBe(0);

    const invalid = { ...double, language: 'typescript', code: '(' } as const;
    await sandbox.run(invalid, { n: 1 }, { signal });
    await expect(sandbox.run(double, 1 as never, { signal })).rejects.toThrow(TypeError);
    const closed = expect(sandbox.run(stuck, {}, { signal })).rejects.toThrow(SandboxClosedError);
    await sandbox[Symbol.asyncDispose]();
    await closed;
    await expect(sandbox.run(double, { n: 1 }, { signal })).rejects.toThrow(SandboxClosedError);
    expect(listenersOf(signal)).toBe(0);
  });
});

describe('closing a pool', () => {
  const close = (sandbox: AsyncDisposable): PromiseLike<void> => sandbox[Symbol.asyncDispose]();

  it('twice, at once or later, is fine', async () => {
    const sandbox = createSandbox({ workers: 2 });
    const call = expect(sandbox.run(double, { n: 1 })).rejects.toThrow(SandboxClosedError);
    await Promise.all([close(sandbox), close(sandbox)]);
    await close(sandbox);
    await call;
  });

  it('that was never used is fine', async () => {
    await close(createSandbox({ workers: 2 }));
  });

  it.skipIf(process.platform !== 'linux')(
    'rejects hundreds of calls in flight, and leaves no thread',
    async () => {
      const threads = (): number => readdirSync('/proc/self/task').length;
      const closeInFlight = async (afterMs: number): Promise<void> => {
        const sandbox = createSandbox({ workers: 4, maxSteps: 1000 });
        const programs = numbersBelow(600).map((n) => [double, endless, stuck][n % 3] ?? double);
        let rejected = 0;
        const calls = programs.map((program, n) =>
          sandbox.run(program, { n }).catch((error: unknown) => {
            expect(error).toBeInstanceOf(SandboxClosedError);
            rejected++;
          }),
        );
        if (afterMs >= 0) await sleep(afterMs);
        await close(sandbox);
        await Promise.all(calls);
        expect(rejected).toBeGreaterThan(300);
      };
      await closeInFlight(0);
      const before = threads();
      for (const afterMs of [-1, 0, 1, 30, 150, 300]) await closeInFlight(afterMs);
      expect(threads()).toBeLessThanOrEqual(before);
    },
  );
});
