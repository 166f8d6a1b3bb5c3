import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInProcessSandbox, type Program, type Sandbox } from '../../src/index.js';
import type { Instance } from '../../src/sandbox/instance.js';
import { isSlowRun } from '../support/slow-run.js';
import { calls } from './determinism/programs.js';
import { hostilePrograms } from './hostile/hostile-programs.js';

/** Every instance that has been started, the present one last. */
const instances: Instance[] = vi.hoisted(() => []);
vi.mock('../../src/sandbox/instance.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/sandbox/instance.js')>();
  return {
    ...original,
    async createInstance(...options: Parameters<typeof original.createInstance>) {
      const instance = await original.createInstance(...options);
      instances.push(instance);
      return instance;
    },
  };
});

const limits = { maxSteps: 100, memoryLimitBytes: 32 * 1024 * 1024 };
const deep: Program = {
  language: 'javascript',
  code: 'function main() { let n = 0; const dive = (x) => { n++; return [x].map(dive); }; try { dive(0); } catch {} return n; }',
  entrypoint: 'main',
};
const bytesOf = ({ interpreter }: Instance): Buffer => Buffer.from(interpreter.memory.buffer);

/** Where the parts of an instance lie, found by what its image holds. */
function findParts(instance: Instance): { statics: [number, number]; heap: [number, number] } {
  const { statics, heap } = instance.pristine;
  const bytes = bytesOf(instance);
  const find = (part: Uint8Array): [number, number] => {
    const start = bytes.indexOf(Buffer.from(part.buffer, part.byteOffset, part.length));
    return [start, start + part.length];
  };
  return { statics: find(statics), heap: find(heap) };
}

let sandbox: Sandbox;
let instance: Instance;
let parts: ReturnType<typeof findParts>;
let before: Buffer;

describe('the memory of an interpreter', () => {
  beforeAll(async () => {
    sandbox = await createInProcessSandbox(limits);
  });

  beforeEach(async () => {
    // One that has not been broken by what ran before.
    await sandbox.run(deep, {});
    instance = instances.at(-1) as Instance;
    instance.images.restore(instance.pristine);
    parts = findParts(instance);
    before = Buffer.from(bytesOf(instance));
  });

  it('has its constants first, then what images hold of the rest, then the stack and the heap', () => {
    const { statics, heap } = parts;
    expect(statics[0]).toBeGreaterThan(0);
    expect(statics[1]).toBeGreaterThan(statics[0]);
    expect(heap[0]).toBeGreaterThan(statics[1] + limits.memoryLimitBytes / 16);
  });

  it('is as it was when an image is restored, apart from the stack and what is not in use', async () => {
    for (const { program, input, options } of calls) {
      await sandbox.run(program, input, options);
      // Another one when the last one had grown too much; both are the same to the byte.
      instance = instances.at(-1) as Instance;
      instance.images.restore(instance.pristine);
      const after = bytesOf(instance);
      for (const [start, end] of [[0, parts.statics[1]], parts.heap] as const) {
        expect(after.subarray(start, end).equals(before.subarray(start, end))).toBe(true);
      }
    }
    const again = instance.images.take();
    expect(Buffer.from(again.statics).equals(Buffer.from(instance.pristine.statics))).toBe(true);
    expect(Buffer.from(again.heap).equals(Buffer.from(instance.pristine.heap))).toBe(true);
  });

  it('keeps a wide berth between the static data and the deepest stack', async () => {
    for (const program of [deep, ...calls.map((call) => call.program)]) {
      await sandbox.run(program, { n: 9, seed: 1 });
    }
    const { statics, heap } = parts;
    const stack = bytesOf(instance).subarray(statics[1], heap[0]);
    const lowest = stack.findIndex((byte) => byte !== 0);
    expect(lowest).toBeGreaterThan(1024 * 1024);
    // It has been used at all.
    expect(stack.length - lowest).toBeGreaterThan(128 * 1024);
  });

  it.skipIf(!isSlowRun)(
    'has the same constants and the same berth after every hostile program',
    async () => {
      const constants = before.subarray(0, parts.statics[0]);
      const changed: string[] = [];
      for (const hostile of Object.values(hostilePrograms).flat()) {
        if (hostile.uninterruptible || hostile.exceedsHostStack) continue;
        const { language = 'javascript', code, entrypoint = 'main', parameters, input } = hostile;
        const ranIn = instances.at(-1) as Instance;
        await sandbox.run({ language, code, entrypoint, parameters }, input ?? {});
        const after = bytesOf(ranIn);
        const berth = after.subarray(parts.statics[1], parts.statics[1] + 1024 * 1024);
        const isSame = after.subarray(0, constants.length).equals(constants);
        if (!isSame || berth.compare(Buffer.alloc(berth.length)) !== 0) changed.push(hostile.name);
      }
      expect(changed).toEqual([]);
    },
  );
});
