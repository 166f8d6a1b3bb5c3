import { type Job, rejectJob } from './job.js';

/** Rejects jobs when the signals of their callers are aborted. */
export interface AbortWatch {
  /** Watches a signal for a job until the job is over. */
  add(this: void, job: Job, signal: AbortSignal): void;
}

/**
 * Makes a watch. Thousands of calls may share a signal: it gets one listener, not one for each.
 *
 * @param onAbort - Called with each job that is ended.
 */
export function createAbortWatch(onAbort: (job: Job) => void): AbortWatch {
  const jobsOf = new WeakMap<AbortSignal, Set<Job>>();

  const abort = ({ target }: Event): void => {
    const signal = target as AbortSignal;
    for (const job of jobsOf.get(signal) ?? []) {
      rejectJob(job, signal.reason);
      onAbort(job);
    }
  };
  const release = (job: Job, signal: AbortSignal, jobs: Set<Job>): void => {
    jobs.delete(job);
    if (jobs.size > 0) return;
    signal.removeEventListener('abort', abort);
    jobsOf.delete(signal);
  };

  return {
    add(job, signal) {
      let jobs = jobsOf.get(signal);
      if (jobs === undefined) {
        jobs = new Set();
        jobsOf.set(signal, jobs);
        signal.addEventListener('abort', abort);
      }
      const own = jobs.add(job);
      job.release = () => release(job, signal, own);
    },
  };
}
