/** What is seen of a worker from outside. */
export interface Progress {
  /** Calls begun. */
  readonly begun: number;
  /** Steps made in all calls. */
  readonly steps: number;
}

/** Measures for how long a worker has not got on. */
export interface StallClock {
  /** Takes a look; `true` when the worker is stuck. */
  isStuck(this: void, progress: Progress): boolean;
  /** Starts anew, as when a worker that was idle gets something to do. */
  restart(this: void): void;
}

/** Looks are taken this often, in milliseconds. */
export const lookEveryMs = 100;

/** A call that counts steps but does not end gets this many times the limit. */
const totalFactor = 6;

/**
 * Starts a clock. It counts looks, not time: when this thread is too busy to look, or the machine
 * sleeps, nobody knows how a worker gets on, and it is not held against it.
 *
 * @param limitMs - The longest time without a step.
 */
export function createStallClock(limitMs: number): StallClock {
  let seen: Progress = { begun: -1, steps: -1 };
  let silentMs = 0;
  let callMs = 0;
  return {
    isStuck(progress) {
      silentMs += lookEveryMs;
      callMs += lookEveryMs;
      if (progress.begun !== seen.begun) silentMs = callMs = 0;
      else if (progress.steps !== seen.steps) silentMs = 0;
      seen = progress;
      return silentMs > limitMs || callMs > totalFactor * limitMs;
    },
    restart() {
      seen = { begun: -1, steps: -1 };
      silentMs = callMs = 0;
    },
  };
}
