import { describe, expect, it } from 'vitest';
import { type GuestWorld, replaceImports } from '../../src/sandbox/guest-world.js';

const page = 64 * 1024;

/** Functions whose text says the same as that of the interpreter's imports. */
function newImports(memory: WebAssembly.Memory) {
  return {
    a: {
      a: () => Date.now(),
      b: (time: number) => new Date(time).getHours(),
      c: () => new Date().getTimezoneOffset(),
      d: (bytes: number) => {
        const missing = bytes - memory.buffer.byteLength;
        try {
          if (missing > 0) memory.grow(Math.ceil(missing / page));
          return 1;
        } catch {
          return 0;
        }
      },
      e: () => 'another',
    },
  };
}

function newWorld(): GuestWorld & { growths: number; refusals: number } {
  const world = {
    growths: 0,
    refusals: 0,
    now: () => 12_345,
    onMemoryGrown() {
      world.growths++;
    },
    onMemoryRefused() {
      world.refusals++;
    },
  };
  return world;
}

describe("the interpreter's imports from the machine", () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 3 });

  it('are replaced by what the host says, and the others stay', () => {
    const imports = newImports(memory);
    const { e } = imports.a;
    const world = newWorld();
    replaceImports(imports as unknown as WebAssembly.Imports, world, memory);
    expect(imports.a.a()).toBe(12_345);
    expect(imports.a.e).toBe(e);
    expect(imports.a.c()).toBe(undefined);
  });

  it('give a broken-down time of zeros, and touch nothing around it', () => {
    const imports = newImports(memory);
    replaceImports(imports as unknown as WebAssembly.Imports, newWorld(), memory);
    const bytes = new Uint8Array(memory.buffer);
    bytes.fill(7, 96, 148);
    const localTime = imports.a.b as unknown as (time: bigint, pointer: number) => void;
    localTime(0n, 100);
    expect([...bytes.subarray(96, 148)].map(String).join('')).toBe(
      `${'7'.repeat(4)}${'0'.repeat(40)}${'7'.repeat(8)}`,
    );
  });

  it('grow the memory to its limit, and tell when that happens and when more is refused', () => {
    const imports = newImports(memory);
    const world = newWorld();
    replaceImports(imports as unknown as WebAssembly.Imports, world, memory);
    expect(imports.a.d(3 * page)).toBe(1);
    expect(memory.buffer.byteLength).toBe(3 * page);
    expect(world).toMatchObject({ growths: 1, refusals: 0 });
    expect(imports.a.d(3 * page + 1)).toBe(0);
    expect(memory.buffer.byteLength).toBe(3 * page);
    expect(world).toMatchObject({ growths: 1, refusals: 1 });
  });

  it.each([
    ['a', 'Date.now'],
    ['b', 'getHours'],
    ['c', 'getTimezoneOffset'],
    ['d', '.grow('],
  ] as const)('are refused when there is none, or there are two, like %s', (name, mark) => {
    const replace = (imports: ReturnType<typeof newImports>, more: object): void =>
      replaceImports({ ...imports, ...more } as WebAssembly.Imports, newWorld(), memory);
    const missing = newImports(memory);
    delete (missing.a as Partial<typeof missing.a>)[name];
    expect(() => replace(missing, {})).toThrow(
      `this version of quickjs-emscripten is unknown: 0 of its imports use ${mark}`,
    );
    const twice = newImports(memory);
    expect(() => replace(twice, { b: { z: twice.a[name] } })).toThrow(
      `this version of quickjs-emscripten is unknown: 2 of its imports use ${mark}`,
    );
  });
});
