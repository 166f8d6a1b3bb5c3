/**
 * Numbers that host and guest share in the guest's memory (see `guest/prelude.js`), so that the
 * host sets and reads them without a call.
 */
export interface GuestCells {
  /** Seeds the guest's randomness, and forgets that it was used. */
  seed(this: void, seed: number): void;
  /** How far timers have moved the guest's clock, in milliseconds. */
  clockAdvanceMs(this: void): number;
  isRandomUsed(this: void): boolean;
  /** Tells the guest that it was refused memory; a restored image knows nothing of it. */
  refuseMemory(this: void): void;
}

/** Size of all cells. */
export const guestCellsBytes = 32;

const cellBytes = 8;
const randomState = 0;
const clockAdvance = 1;
const isRandomUsed = 2;
const isMemoryRefused = 3;

/** Reaches the cells at an address of a memory. */
export function createGuestCells(memory: WebAssembly.Memory, address: number): GuestCells {
  let view = new DataView(memory.buffer);
  const cells = (): DataView => {
    // A memory that grows moves to another buffer.
    if (view.buffer !== memory.buffer) view = new DataView(memory.buffer);
    return view;
  };
  const read = (cell: number): number => cells().getFloat64(address + cell * cellBytes, true);
  const write = (cell: number, value: number): void =>
    cells().setFloat64(address + cell * cellBytes, value, true);
  return {
    seed(seed) {
      write(randomState, seed >>> 0);
      write(isRandomUsed, 0);
    },
    clockAdvanceMs: () => read(clockAdvance),
    isRandomUsed: () => read(isRandomUsed) !== 0,
    refuseMemory: () => write(isMemoryRefused, 1),
  };
}
