import type { Call } from './call.js';
import type { Outcome } from './sandbox.js';

/** A call on its way through the pool. There may be a million of them, so they are kept small. */
export interface Job {
  readonly call: Call;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
  /** Whether the caller has what was asked for, or has gone away. */
  isOver: boolean;
  /** How often a worker died under it. */
  crashes: number;
  /** Forgets the caller's signal. */
  release: (() => void) | undefined;
}

/** Gives the outcome of a job to the caller, unless it is over. */
export function resolveJob(job: Job, outcome: Outcome): void {
  if (endJob(job)) job.resolve(outcome);
}

/** Gives the caller a reason why there is no outcome, unless the job is over. */
export function rejectJob(job: Job, reason: unknown): void {
  if (endJob(job)) job.reject(reason);
}

function endJob(job: Job): boolean {
  if (job.isOver) return false;
  job.isOver = true;
  job.release?.();
  return true;
}
