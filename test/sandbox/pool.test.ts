import { describe, expect, it } from 'vitest';
import { createSandbox, type Program, SandboxClosedError } from '../../src/index.js';

const double: Program = {
  language: 'javascript',
  code: 'const double = (n) => 2 * n',
  entrypoint: 'double',
  parameters: ['n'],
};
/** A built-in that the interpreter cannot interrupt. */
const stuck: Program = {
  language: 'javascript',
  code: 'const stuck = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)',
  entrypoint: 'stuck',
};
const endless: Program = {
  language: 'javascript',
  code: 'function endless() { for (;;); }',
  entrypoint: 'endless',
};

describe('the pool', () => {
  it('answers many calls, each with its own result', async () => {
    await using sandbox = createSandbox({ workers: 2 });
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, n) => sandbox.run(double, { n })),
    );
    expect(outcomes.map((outcome) => outcome.status === 'returned' && outcome.value)).toEqual(
      Array.from({ length: 200 }, (_, n) => 2 * n),
    );
  });

  it('replaces a worker that does not come back, and loses nothing but that call', async () => {
    await using sandbox = createSandbox({ workers: 2, wallClockMs: 500 });
    const good = Array.from({ length: 20 }, (_, n) => sandbox.run(double, { n }));
    const lost = await Promise.all([
      sandbox.run(stuck, {}),
      sandbox.run(stuck, {}),
      sandbox.run(stuck, {}),
    ]);
    expect(lost).toEqual([{ status: 'lost' }, { status: 'lost' }, { status: 'lost' }]);
    for (const outcome of await Promise.all(good)) expect(outcome.status).toBe('returned');
    expect(await sandbox.run(double, { n: 4 })).toMatchObject({ value: 8 });
  });

  it('abandons a call when its signal is aborted, and goes on', async () => {
    await using sandbox = createSandbox({ workers: 1, maxSteps: 3000 });
    const controller = new AbortController();
    const calls = [
      sandbox.run(endless, {}, { signal: controller.signal }),
      sandbox.run(double, { n: 1 }, { signal: controller.signal }),
    ];
    setTimeout(() => controller.abort(new Error('enough')), 50);
    for (const call of calls) await expect(call).rejects.toThrow('enough');
    expect(await sandbox.run(double, { n: 3 })).toMatchObject({ value: 6 });
  });

  it('rejects the calls in flight when it is closed', async () => {
    const sandbox = createSandbox({ workers: 1 });
    const calls = [sandbox.run(stuck, {}), sandbox.run(double, { n: 1 })];
    const settled = Promise.allSettled(calls);
    await sandbox[Symbol.asyncDispose]();
    for (const result of await settled) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(SandboxClosedError);
    }
  });

  it.each([
    [{ workers: 0 }, 'workers must be an integer of at least 1, got 0'],
    [{ maxSteps: 1.5 }, 'maxSteps must be an integer of at least 1, got 1.5'],
    [{ wallClockMs: -1 }, 'wallClockMs must be an integer of at least 1, got -1'],
    [
      { memoryLimitBytes: 10 },
      'memoryLimitBytes must be an integer from 16777216 to 2147483648, got 10',
    ],
  ])('refuses %o', (options, message) => {
    expect(() => createSandbox(options)).toThrow(new TypeError(message));
  });
});
