import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type Program, SandboxStartError } from '../../src/index.js';

const good = new URL('../../dist/worker.js', import.meta.url);
const workers = vi.hoisted(() => ({ url: new URL('file:///none') }));
vi.mock('../support/built-worker-url.js', () => ({ workerUrl: () => workers.url }));

const double: Program = {
  language: 'javascript',
  code: 'const double = (n) => 2 * n',
  entrypoint: 'double',
  parameters: ['n'],
};

let folder: string;
let log: string;
/** Makes pools start a worker of `./workers`; options reach it in the URL that it is imported by. */
const use = async (file: string, options: Record<string, string> = {}): Promise<void> => {
  const url = new URL(`./workers/${file}?${new URLSearchParams(options)}`, import.meta.url);
  const entry = join(folder, 'entry.mjs');
  await writeFile(entry, `import ${JSON.stringify(url.href)};`);
  workers.url = pathToFileURL(entry);
};
const logged = async (): Promise<string[]> => (await readFile(log, 'utf8')).split(' ');
const count = async (word: string): Promise<number> =>
  (await logged()).filter((each) => each === word).length;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeio-workers-'));
  log = join(folder, 'log');
  await writeFile(log, '');
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

describe('a worker that dies by itself', () => {
  it('loses the first call of a batch that it dies of before it begins it', async () => {
    const entry = join(folder, 'breaks-on-arrival.mjs');
    await writeFile(
      entry,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', () => process.exit(1));
       parentPort.postMessage({ type: 'ready' });`,
    );
    workers.url = pathToFileURL(entry);
    await using sandbox = createSandbox({ workers: 1 });
    expect(await sandbox.run(double, { n: 1 })).toEqual({ status: 'lost' });
  });

  it('costs nothing when it does so once: its calls are made again', async () => {
    await use('dies.js', { log, deaths: '1' });
    await using sandbox = createSandbox({ workers: 1 });
    const calls = [1, 2, 3, 4, 5].map((n) => sandbox.run(double, { n }));
    expect(
      (await Promise.all(calls)).map((outcome) => 'value' in outcome && outcome.value),
    ).toEqual([2, 4, 6, 8, 10]);
    expect(await count('start')).toBe(2);
  });

  it('loses the call that it dies of twice, and no other', async () => {
    await use('dies.js', { log, deaths: '2' });
    await using sandbox = createSandbox({ workers: 1 });
    const calls = [1, 2, 3, 4, 5].map((n) => sandbox.run(double, { n }));
    expect(await Promise.all(calls)).toEqual([
      { status: 'lost' },
      ...[4, 6, 8, 10].map((value) => ({ status: 'returned', value, steps: 0, logs: [] })),
    ]);
    expect(await count('start')).toBe(3);
  });

  it('gives up each of its calls when it always does so', async () => {
    await use('dies.js', { log, deaths: '1000' });
    await using sandbox = createSandbox({ workers: 2 });
    const calls = [1, 2, 3, 4].map((n) => sandbox.run(double, { n }));
    expect(new Set((await Promise.all(calls)).map(({ status }) => status))).toEqual(
      new Set(['lost']),
    );
  });

  it('is replaced for the next call when it had none', async () => {
    await use('dies.js', { log, deaths: '1', from: 'idle' });
    await using sandbox = createSandbox({ workers: 1 });
    expect(await sandbox.run(double, { n: 1 })).toMatchObject({ value: 2 });
    while ((await count('death')) === 0) await sleep(5);
    expect(await sandbox.run(double, { n: 2 })).toMatchObject({ value: 4 });
    expect(await count('start')).toBe(2);
  });
});

describe('a worker that does not start', () => {
  it('makes calls reject with the cause, and the next sandbox works', async () => {
    await use('none-of-this-name.js');
    await using sandbox = createSandbox({ workers: 2 });
    const results = await Promise.allSettled([1, 2, 3].map((n) => sandbox.run(double, { n })));
    for (const result of results) {
      const reason: unknown = result.status === 'rejected' ? result.reason : result;
      expect(reason).toBeInstanceOf(SandboxStartError);
      expect((reason as Error).message).toContain('none-of-this-name.js');
      expect((reason as Error).cause).toMatchObject({ code: 'ERR_MODULE_NOT_FOUND' });
    }
    workers.url = good;
    await using next = createSandbox({ workers: 1 });
    expect(await next.run(double, { n: 2 })).toMatchObject({ value: 4 });
    expect(await sandbox.run(double, { n: 3 })).toMatchObject({ value: 6 });
  });

  it('is given up after a minute when it does not end either', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    await use('never-ready.js');
    await using sandbox = createSandbox({ workers: 1 });
    let reason: unknown;
    const call = sandbox.run(double, { n: 1 }).catch((error: unknown) => {
      reason = error;
    });
    let minutes = 0;
    while (reason === undefined && minutes < 10) {
      await sleep(1);
      vi.advanceTimersByTime(59_000);
      await sleep(1);
      vi.advanceTimersByTime(2000);
      await sleep(1);
      minutes++;
    }
    await call;
    expect(minutes).toBe(2);
    expect(reason).toBeInstanceOf(SandboxStartError);
    expect((reason as Error).message).toContain('not ready after 60000 ms');
  });

  it('can be waited for by a call that is aborted', async () => {
    await use('never-ready.js');
    await using sandbox = createSandbox({ workers: 1 });
    const controller = new AbortController();
    const call = sandbox.run(double, { n: 1 }, { signal: controller.signal });
    await sleep(1);
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
  });
});

describe('a worker', () => {
  it('gets neither the environment nor the flags and arguments of the process', async () => {
    vi.stubEnv('CODEIO_TEST_SECRET', 'secret');
    await use('reports-its-surroundings.js');
    await using sandbox = createSandbox({ workers: 1 });
    expect(await sandbox.run(double, { n: 1 })).toMatchObject({
      value: { env: {}, execArgv: [], argv: [] },
    });
    vi.unstubAllEnvs();
  });
});
