import { setMaxListeners } from 'node:events';
import type { Limiter } from '../generation/limiter.js';
import type { StopReason } from './run-summary.js';

/** What calls are refused with once a run is stopping. */
export const stopping: unique symbol = Symbol('the run is stopping');

/** Ends a run in two steps: first no new calls, then nothing that is still in flight. */
export interface StopControl {
  /** Aborted as soon as the run is to stop. */
  readonly noNewCalls: AbortSignal;
  /** Aborted when the calls in flight are to be abandoned. */
  readonly abandon: AbortSignal;
  /** Why the run stops; the first reason stands. */
  readonly by: StopReason | undefined;
  /** What the run ends with, when it is an error. */
  readonly error: unknown;
  /** Model calls in flight. */
  readonly inFlight: number;
  stop(by: StopReason, error?: unknown): void;
  /** Works on a task: work that needs no call is finished in any case. */
  work<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Asks the model: what waits for another attempt when the run stops is given up. */
  ask<Result>(call: () => Promise<Result>): Promise<Result>;
  /** Wraps a limiter: no call begins once the run is stopping. */
  guard(limiter: Limiter): Limiter;
  /** Ends the waiting for calls in flight. */
  dispose(): void;
}

/** Makes the control of one run. */
export function createStopControl(graceMs: number, onStop: () => void): StopControl {
  const soft = new AbortController();
  const hard = new AbortController();
  // Every task listens to them: many listeners are no leak here.
  setMaxListeners(0, soft.signal, hard.signal);
  let by: StopReason | undefined;
  let error: unknown;
  let inFlight = 0;
  let working = 0;
  let asking = 0;
  let timer: NodeJS.Timeout | undefined;

  const abandonWhenIdle = (): void => {
    // Who asks and is not in flight waits for another attempt, which will not come.
    if (soft.signal.aborted && inFlight === 0 && working === asking) hard.abort(stopping);
  };
  return {
    noNewCalls: soft.signal,
    abandon: hard.signal,
    get by() {
      return by;
    },
    get error() {
      return error;
    },
    get inFlight() {
      return inFlight;
    },
    stop(reason, cause) {
      if (by !== undefined) return;
      by = reason;
      error = cause;
      soft.abort(stopping);
      timer = setTimeout(() => hard.abort(stopping), graceMs);
      onStop();
      abandonWhenIdle();
    },
    async work(task) {
      working++;
      try {
        return await task();
      } finally {
        working--;
        abandonWhenIdle();
      }
    },
    async ask(call) {
      asking++;
      abandonWhenIdle();
      try {
        return await call();
      } finally {
        asking--;
      }
    },
    guard(limiter) {
      return {
        get state() {
          return limiter.state;
        },
        resize: (concurrency) => limiter.resize(concurrency),
        async acquire(request) {
          soft.signal.throwIfAborted();
          const slot = await limiter.acquire({ ...request, signal: soft.signal });
          inFlight++;
          return {
            release(outcome) {
              inFlight--;
              slot.release(outcome);
              abandonWhenIdle();
            },
          };
        },
      };
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
