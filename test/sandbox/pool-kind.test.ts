import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SandboxClosedError, SandboxStartError } from '../../src/index.js';
import { outcomeSettings, resolveLimits } from '../../src/sandbox/limits.js';
import { createPool } from '../../src/sandbox/pool.js';
import type { PoolKind } from '../../src/sandbox/pool-kind.js';
import { prepareProgram } from '../../src/sandbox/prepare-program.js';
import { readReport } from '../../src/sandbox/read-report.js';
import { createCallResolver } from '../../src/sandbox/resolve-call.js';
import { double, endless, numbersBelow, resultOf } from './support/pool-programs.js';

const limits = resolveLimits({ maxSteps: 50 });

/** The kind of the JavaScript sandbox, changed. */
const kindWith = (changes: Partial<PoolKind>): PoolKind => ({
  languages: ['javascript'],
  settings: outcomeSettings(limits),
  resolveCall: createCallResolver(prepareProgram),
  readReport,
  thread: { url: new URL('../../dist/worker.js', import.meta.url), stackSizeMb: 16 },
  wallClockMs: limits.wallClockMs,
  engineData: () => limits,
  ...changes,
});

const promised = <T>(): {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
} => {
  let settle: { resolve(value: T): void; reject(reason: unknown): void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...(settle as NonNullable<typeof settle>) };
};

afterEach(() => void vi.useRealTimers());

describe('what an engine starts with', () => {
  it('may come later than the calls, which are then made in order', async () => {
    const data = promised<unknown>();
    await using sandbox = createPool(kindWith({ engineData: () => data.promise }), 1);
    const order: number[] = [];
    const calls = numbersBelow(300).map(async (n) => {
      const outcome = await sandbox.run(double, { n });
      order.push(n);
      return resultOf(outcome);
    });
    await sleep(300);
    expect(order).toEqual([]);
    data.resolve(limits);
    expect(await Promise.all(calls)).toEqual(numbersBelow(300).map((n) => 2 * n));
    expect(order).toEqual(numbersBelow(300));
    // They were not lost on the way: an engine without them would go on for ever.
    expect(await sandbox.run(endless, {})).toEqual({ status: 'step-limit' });
  });

  it('may be there before the thread is, and be shared by all threads', async () => {
    const data = Promise.resolve(limits);
    const engineData = vi.fn(() => data);
    await using sandbox = createPool(kindWith({ engineData }), 2);
    const calls = numbersBelow(300).map((n) => sandbox.run(double, { n }));
    expect((await Promise.all(calls)).map(resultOf)).toEqual(numbersBelow(300).map((n) => 2 * n));
    expect(engineData).toHaveBeenCalledTimes(2);
  });

  it.each<[string, () => unknown]>([
    ['cannot be had', () => Promise.reject(new Error('no such image'))],
    [
      'cannot be had at once',
      () => {
        throw new Error('no such image');
      },
    ],
  ])('makes calls reject with the cause when it %s', async (_, engineData) => {
    await using sandbox = createPool(kindWith({ engineData }), 2);
    const results = await Promise.allSettled([1, 2, 3].map((n) => sandbox.run(double, { n })));
    for (const result of results) {
      const reason: unknown = result.status === 'rejected' ? result.reason : result;
      expect(reason).toBeInstanceOf(SandboxStartError);
      expect((reason as Error).cause).toEqual(new Error('no such image'));
    }
  });

  it.each<[string, () => unknown]>([
    ['at once', () => () => 1],
    ['later', () => Promise.resolve(() => 1)],
  ])('makes calls reject when it cannot be sent (%s)', async (_, engineData) => {
    await using sandbox = createPool(kindWith({ engineData }), 1);
    await expect(sandbox.run(double, { n: 1 })).rejects.toThrow(/cannot be started.*cloned/);
  });

  it('is asked for again when it could not be had', async () => {
    const engineData = vi
      .fn<() => Promise<unknown>>(async () => limits)
      .mockRejectedValueOnce(new Error('once'));
    await using sandbox = createPool(kindWith({ engineData }), 1);
    expect(resultOf(await sandbox.run(double, { n: 1 }))).toBe(2);
  });

  it('is given up after a minute when it does not come', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const engineData = vi.fn(() => new Promise(() => {}));
    await using sandbox = createPool(kindWith({ engineData }), 1);
    const call = expect(sandbox.run(double, { n: 1 })).rejects.toThrow('not ready after 60000 ms');
    for (const starts of [1, 2]) {
      while (engineData.mock.calls.length < starts) await sleep(1);
      await sleep(1);
      vi.advanceTimersByTime(61_000);
    }
    await call;
  });

  it('does not matter any more once the sandbox is closed', async () => {
    const data = promised<unknown>();
    const sandbox = createPool(kindWith({ engineData: () => data.promise }), 1);
    const call = expect(sandbox.run(double, { n: 1 })).rejects.toThrow(SandboxClosedError);
    await sleep(1);
    await sandbox[Symbol.asyncDispose]();
    data.reject(new Error('too late'));
    await call;
    await sleep(1);
  });
});

describe('closing a pool', () => {
  it('closes its kind once, and waits for it', async () => {
    const closed = promised<void>();
    const close = vi.fn(() => closed.promise);
    const sandbox = createPool(kindWith({ close }), 1);
    await sandbox.run(double, { n: 1 });
    expect(close).not.toHaveBeenCalled();
    let isClosed = false;
    const closing = [sandbox[Symbol.asyncDispose](), sandbox[Symbol.asyncDispose]()];
    const all = Promise.race(closing).then(() => {
      isClosed = true;
    });
    await sleep(50);
    expect(isClosed).toBe(false);
    closed.resolve();
    await all;
    await sandbox[Symbol.asyncDispose]();
    expect(close).toHaveBeenCalledTimes(1);
  });
});
