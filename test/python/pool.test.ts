import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Outcome, type Program, SandboxClosedError } from '../../src/index.js';
import { createPythonSandbox } from '../../src/python/index.js';
import { numbersBelow, resultOf } from '../sandbox/support/pool-programs.js';

const programOf = (code: string): Program => ({ language: 'python', code, entrypoint: 'main' });
const double = programOf('def main(n):\n    return 2 * n');
const endless = programOf('def main(n=0):\n    while True:\n        pass');
/** A built-in that never looks whether it should end. */
const stuck = programOf('import itertools\ndef main(n=0):\n    return sum(itertools.repeat(0))');
const lost: Outcome = { status: 'lost' };

describe('a pool of Python interpreters', () => {
  it('answers many calls on two threads, each with its own result', async () => {
    await using sandbox = createPythonSandbox({ workers: 2 });
    const calls = numbersBelow(500).map((n) => sandbox.run(double, { n }));
    expect((await Promise.all(calls)).map(resultOf)).toEqual(numbersBelow(500).map((n) => 2 * n));
  });

  it('comes to the same outcomes with any number of threads', async () => {
    const programs = numbersBelow(12).map((n) =>
      programOf(
        `import random\nWORDS = set('abcdef')\ndef main(n):\n    for i in range(n * 9000): pass\n    return [random.random(), ''.join(WORDS), n + ${n}]`,
      ),
    );
    const outcomes = async (workers: number): Promise<Outcome[]> => {
      await using sandbox = createPythonSandbox({ workers });
      const calls = numbersBelow(60).map((n) =>
        sandbox.run(programs[n % 12] as Program, { n }, { seed: n % 5, countOperations: true }),
      );
      return await Promise.all(calls);
    };
    const alone = await outcomes(1);
    expect(alone.every(({ status }) => status === 'returned')).toBe(true);
    expect(await outcomes(2)).toEqual(alone);
  });

  it('ends a built-in that never comes back, while its neighbours finish', async () => {
    await using sandbox = createPythonSandbox({ workers: 2, wallClockMs: 1500 });
    await sandbox.run(double, { n: 1 });
    const calls = numbersBelow(40).map((n) => sandbox.run(n === 5 ? stuck : double, { n }));
    expect((await Promise.all(calls)).map(resultOf)).toEqual(
      numbersBelow(40).map((n) => (n === 5 ? lost : 2 * n)),
    );
    expect(resultOf(await sandbox.run(double, { n: 4 }))).toBe(8);
  });

  it('abandons calls when their signal is aborted, and goes on', async () => {
    await using sandbox = createPythonSandbox({ workers: 1, maxSteps: 2000 });
    await sandbox.run(double, { n: 1 });
    const controller = new AbortController();
    const { signal } = controller;
    const calls = [sandbox.run(endless, {}, { signal }), sandbox.run(double, { n: 1 }, { signal })];
    const behind = sandbox.run(double, { n: 3 });
    setTimeout(() => controller.abort(new Error('enough')), 50);
    for (const call of calls) await expect(call).rejects.toThrow('enough');
    expect(resultOf(await behind)).toBe(6);
  });

  it('abandons a call before the interpreter is there', async () => {
    await using sandbox = createPythonSandbox({ workers: 1 });
    const signal = AbortSignal.timeout(1);
    await expect(sandbox.run(double, { n: 1 }, { signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(resultOf(await sandbox.run(double, { n: 3 }))).toBe(6);
  });
});

describe('closing a pool of Python interpreters', () => {
  const expectClosed = async (calls: readonly Promise<Outcome>[]): Promise<void> => {
    for (const result of await Promise.allSettled(calls)) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(SandboxClosedError);
    }
  };

  it('rejects the calls in flight', async () => {
    const sandbox = createPythonSandbox({ workers: 2 });
    await sandbox.run(double, { n: 1 });
    const calls = [stuck, endless, double].map((program) => sandbox.run(program, { n: 1 }));
    const settled = expectClosed(calls);
    await sleep(20);
    await sandbox[Symbol.asyncDispose]();
    await settled;
  });

  it.each([0, 30, 300])('while the interpreter is being built, after %i ms', async (afterMs) => {
    const sandbox = createPythonSandbox({ workers: 2, cacheFolder: false });
    const settled = expectClosed([1, 2, 3].map((n) => sandbox.run(double, { n })));
    await sleep(afterMs);
    await sandbox[Symbol.asyncDispose]();
    await settled;
    await expect(sandbox.run(double, { n: 1 })).rejects.toThrow(SandboxClosedError);
  });

  it('that was never used, or twice, is fine', async () => {
    const sandbox = createPythonSandbox();
    await Promise.all([sandbox[Symbol.asyncDispose](), sandbox[Symbol.asyncDispose]()]);
    await sandbox[Symbol.asyncDispose]();
  });
});

describe('the options of a Python sandbox', () => {
  it.each([
    [{ workers: 0 }, 'workers must be an integer of at least 1, got 0'],
    [{ maxSteps: 1.5 }, 'maxSteps must be an integer of at least 1, got 1.5'],
    [{ wallClockMs: -1 }, 'wallClockMs must be an integer of at least 1, got -1'],
    [{ maxOutputBytes: 0 }, 'maxOutputBytes must be an integer of at least 1, got 0'],
    [
      { memoryLimitBytes: 10 },
      'memoryLimitBytes must be an integer from 67108864 to 2147483648, got 10',
    ],
    [{ packageFolders: ['/nowhere'] }, 'packageFolders must be folders that exist, got "/nowhere"'],
  ])('are refused at once: %o', (options, message) => {
    expect(() => createPythonSandbox(options)).toThrow(new TypeError(message));
  });

  it('limit what a call returns', async () => {
    await using sandbox = createPythonSandbox({ workers: 1, maxOutputBytes: 10 });
    const repeat = programOf('def main(n):\n    return "x" * n');
    expect(resultOf(await sandbox.run(repeat, { n: 8 }))).toBe('x'.repeat(8));
    expect(await sandbox.run(repeat, { n: 9 })).toEqual({ status: 'output-too-large' });
  });

  it('limit the memory of a call', async () => {
    const mebibyte = 1024 * 1024;
    const take = programOf('def main(n):\n    return len(bytearray(n * 2 ** 20))');
    await using small = createPythonSandbox({ workers: 1, memoryLimitBytes: 64 * mebibyte });
    await using large = createPythonSandbox({ workers: 1, memoryLimitBytes: 512 * mebibyte });
    expect(resultOf(await small.run(take, { n: 5 }))).toBe(5 * mebibyte);
    expect(await small.run(take, { n: 100 })).toEqual({ status: 'out-of-memory' });
    expect(resultOf(await large.run(take, { n: 100 }))).toBe(100 * mebibyte);
    expect(await large.run(take, { n: 1000 })).toEqual({ status: 'out-of-memory' });
  });
});
