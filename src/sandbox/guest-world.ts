/** What the guest gets from the machine, which is what the host says and no more. */
export interface GuestWorld {
  /** What the guest's clock shows, in milliseconds since 1970. */
  now(this: void): number;
  /** Told when the guest got more memory. */
  onMemoryGrown(this: void): void;
  /** Told when the guest asked for more memory than it may have. */
  onMemoryRefused(this: void): void;
}

type HostFunction = (...values: never[]) => unknown;

/** Size of the C library's broken-down time up to and with its offset from UTC. */
const brokenDownTimeBytes = 40;

/**
 * Replaces what an interpreter imports from the machine: its clock and its time zone, which is UTC
 * in the guest, and the growth of its memory, which reaches the limit to the page.
 *
 * The imports have no names in the released builds; they are told by what they do.
 *
 * @throws Error when one is not found, as may happen with another version of the interpreter: a
 * guest that sees the machine is not deterministic.
 */
export function replaceImports(
  imports: WebAssembly.Imports,
  world: GuestWorld,
  memory: WebAssembly.Memory,
): void {
  replaceOne(imports, 'Date.now', () => world.now);
  // The interpreter asks for nothing but the offset, which is the last of these bytes.
  replaceOne(imports, 'getHours', () => (_: bigint, pointer: number): void => {
    new Uint8Array(memory.buffer).fill(0, pointer, pointer + brokenDownTimeBytes);
  });
  replaceOne(imports, 'getTimezoneOffset', () => () => {});
  replaceOne(imports, '.grow(', (original) => (bytes: number): unknown => {
    // The original asks for a share of what there is on top, and gives up when that is too much:
    // the limit would depend on how the memory has grown before. When its view of the memory is
    // gone, which growing by nothing brings about, it asks for just what is needed.
    memory.grow(0);
    const isGrown = original(bytes as never);
    if (isGrown) {
      world.onMemoryGrown();
    } else {
      world.onMemoryRefused();
      // Asking for what there is already gives it a view again.
      original(memory.buffer.byteLength as never);
    }
    return isGrown;
  });
}

function replaceOne(
  imports: WebAssembly.Imports,
  mark: string,
  replace: (original: HostFunction) => HostFunction,
): void {
  const found: (() => void)[] = [];
  for (const names of Object.values(imports)) {
    for (const [name, value] of Object.entries(names)) {
      if (typeof value !== 'function' || !String(value).includes(mark)) continue;
      found.push(() => {
        names[name] = replace(value as HostFunction);
      });
    }
  }
  if (found.length !== 1) {
    throw new Error(
      `this version of quickjs-emscripten is unknown: ${found.length} of its imports use ${mark}`,
    );
  }
  found[0]?.();
}
