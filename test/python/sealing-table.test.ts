import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInterpreter } from '../../src/python/interpreter.js';
import type { InterpreterImage } from '../../src/python/interpreter-image.js';
import { isSlowRun } from '../support/slow-run.js';
import { layOutCanaries } from './hostile/canaries.js';
import { installedImage } from './imports/installed-image.js';
import { callOutcomes, type TableCalls } from './imports/table-caller.js';

/** Every so many places of the table are called. */
const stride = isSlowRun ? 4 : 40;
const lookEveryMs = 50;
/** A call that takes longer never ends, or might as well not. */
const silentMs = 1000;
/** Before its first call a thread has an interpreter to start. */
const startMs = 30_000;
const notBegun = -1;

let folder: string;
let script: URL;
let image: InterpreterImage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeio-table-'));
  const outfile = join(folder, 'table-caller.mjs');
  const entry = fileURLToPath(new URL('imports/table-caller.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' });
  script = pathToFileURL(outfile);
  image = await installedImage();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lets a thread call until it is done or does not come back; tells what comes after that place. */
async function callFrom(calls: TableCalls): Promise<{ next: number; isStuck: boolean }> {
  const worker = new Worker(script, { workerData: calls, resourceLimits: { stackSizeMb: 4 } });
  let isOver = false;
  let failure: unknown;
  worker.on('error', (error) => {
    failure = error;
  });
  worker.on('exit', () => {
    isOver = true;
  });
  let seen = notBegun;
  const patience = (): number => (seen === notBegun ? startMs : silentMs);
  for (let silent = 0; !isOver && silent < patience(); silent += lookEveryMs) {
    await wait(lookEveryMs);
    const now = Atomics.load(calls.progress, 0);
    if (now !== seen) silent = 0;
    seen = now;
  }
  const isStuck = !isOver;
  await worker.terminate();
  if (failure !== undefined) throw failure;
  const next = Atomics.load(calls.progress, 0);
  if (next === notBegun) throw new Error('the thread has not begun');
  return { next: isStuck ? next + 1 : next, isStuck };
}

describe('the functions in the table of the interpreter', () => {
  it('reach nothing of the host, whatever they are called with', async () => {
    await using canaries = await layOutCanaries();
    const places = Array.from(
      { length: Math.floor(image.tableLength / stride) },
      (_, index) => index * stride + 1,
    );
    const progress = new Int32Array(new SharedArrayBuffer(4));
    const counts = new Int32Array(new SharedArrayBuffer(4 * callOutcomes.length));
    let endless = 0;
    for (let first = 0; first < places.length; ) {
      progress[0] = notBegun;
      const { next, isStuck } = await callFrom({ image, places, first, progress, counts });
      if (isStuck) endless++;
      first = next;
    }
    const total = counts.reduce((sum, count) => sum + count, 0) + endless;
    expect(total).toBe(places.length);
    const count = (outcome: (typeof callOutcomes)[number]): number =>
      counts[callOutcomes.indexOf(outcome)] ?? 0;
    // Of all kinds there are some: otherwise nothing has been called in earnest.
    expect(count('returned')).toBeGreaterThan(places.length / 10);
    expect(count('trapped')).toBeGreaterThan(places.length / 10);
    expect(count('refused')).toBeGreaterThan(0);
    expect(endless).toBeLessThan(places.length / 20);
    expect(await canaries.findTouched()).toEqual([]);
  }, 300_000);

  it('leave nothing behind that outlives the restoring of the memory', () => {
    const interpreter = createInterpreter(image, { memoryLimitBytes: 2 ** 26, onStep() {} });
    const request = JSON.stringify({
      source: 'def add(a, b):\n    return [a + b, sorted({"x": a})]',
      entrypoint: 'add',
      parameters: null,
      input: '{"a": 1, "b": 2}',
      seed: 1,
      proof: null,
      reuse: false,
      maxOutputCharacters: 1000,
    });
    const call = (): string | undefined => {
      interpreter.restore(0);
      interpreter.imports.steps.looks = 0;
      return interpreter.call(request, 1000);
    };
    const pristine = call();
    expect(pristine).toContain('"value":[3,["x"]]');
    const find = interpreter.imports.find('_PyEM_TrampolineCall_JS') as (
      ...all: number[]
    ) => unknown;
    let broken = 0;
    for (let place = 1; place < image.tableLength; place += 10 * stride + 7) {
      interpreter.imports.steps.maxLooks = 2000;
      try {
        find(place, 1024, 2048, 4096);
      } catch {
        broken++;
      }
      expect(call()).toBe(pristine);
    }
    expect(broken).toBeGreaterThan(3);
  });
});
