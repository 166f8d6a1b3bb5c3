import type { Call } from './call.js';
import type { Outcome } from './sandbox.js';

/** A call on its way through the pool. */
export interface Job {
  readonly call: Call;
  /** Gives the outcome to the caller, unless the job is over. */
  resolve(this: void, outcome: Outcome): void;
  /** Gives a reason why there is no outcome to the caller, unless the job is over. */
  reject(this: void, reason: unknown): void;
  /** Whether the caller has what was asked for, or has gone away. */
  readonly isOver: boolean;
  /** How often a worker died under it. */
  crashes: number;
}

/**
 * Makes a job and the promise that the caller gets.
 *
 * @param onAbort - Called when the signal ends the job.
 */
export function createJob(
  call: Call,
  signal: AbortSignal | undefined,
  onAbort: (job: Job) => void,
): { readonly job: Job; readonly promise: Promise<Outcome> } {
  let isOver = false;
  // Assigned at once: a promise runs its executor as it is made.
  let job!: Job;
  const promise = new Promise<Outcome>((resolve, reject) => {
    const end = (settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const abort = (): void => {
      end(() => reject(signal?.reason));
      onAbort(job);
    };
    signal?.addEventListener('abort', abort, { once: true });
    job = {
      call,
      resolve: (outcome) => end(() => resolve(outcome)),
      reject: (reason) => end(() => reject(reason)),
      get isOver() {
        return isOver;
      },
      crashes: 0,
    };
  });
  return { job, promise };
}
