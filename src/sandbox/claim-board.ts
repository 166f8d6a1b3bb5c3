import type { Progress } from './stall-clock.js';

/**
 * What the pool and one worker tell each other while the worker is busy and reads no messages:
 * which calls it has begun, which are taken away from it, and whether it gets on.
 */
export interface ClaimBoard {
  readonly memory: SharedArrayBuffer;
  /** Pool: opens a place for a new call. */
  open(this: void, place: number): void;
  /** Worker: begins the call at a place; `false` when it was taken away. */
  begin(this: void, place: number): boolean;
  /** Pool: takes a call away; `false` when the worker has begun it. */
  takeAway(this: void, place: number): boolean;
  /** Pool: whether the worker has begun the call. */
  isBegun(this: void, place: number): boolean;
  /** Worker: says that it gets on with a call. */
  step(this: void): void;
  /** Pool: how many calls were begun, and how many steps were made, each modulo 2^32. */
  progress(this: void): Progress;
}

/** Calls that a worker can have at a time. */
export const boardPlaces = 256;

const open = 0;
const begun = 1;
const takenAway = 2;

const begunCounter = boardPlaces;
const stepCounter = boardPlaces + 1;

/** Lays a claim board over shared memory, which is made unless given. */
export function createClaimBoard(
  memory: SharedArrayBuffer = new SharedArrayBuffer((boardPlaces + 2) * 4),
): ClaimBoard {
  const words = new Int32Array(memory);
  const at = (place: number): number => place % boardPlaces;
  return {
    memory,
    open: (place) => void Atomics.store(words, at(place), open),
    begin(place) {
      Atomics.add(words, begunCounter, 1);
      return Atomics.compareExchange(words, at(place), open, begun) === open;
    },
    takeAway: (place) => Atomics.compareExchange(words, at(place), open, takenAway) === open,
    isBegun: (place) => Atomics.load(words, at(place)) === begun,
    step: () => void Atomics.add(words, stepCounter, 1),
    progress: () => ({
      begun: Atomics.load(words, begunCounter),
      steps: Atomics.load(words, stepCounter),
    }),
  };
}
