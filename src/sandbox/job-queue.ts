import type { Job } from './job.js';

/** Jobs that wait for a worker, in the order in which they are to be made. */
export interface JobQueue {
  readonly length: number;
  push(this: void, job: Job): void;
  /** Puts jobs before all others, in the given order. */
  putBack(this: void, jobs: readonly Job[]): void;
  /** Takes up to `count` jobs that are not over. */
  take(this: void, count: number): Job[];
}

/** Makes an empty queue. Taking is cheap however many jobs wait. */
export function createJobQueue(): JobQueue {
  let jobs: Job[] = [];
  let first = 0;
  return {
    get length() {
      return jobs.length - first;
    },
    push: (job) => void jobs.push(job),
    putBack(returned) {
      jobs = [...returned, ...jobs.slice(first)];
      first = 0;
    },
    take(count) {
      const taken: Job[] = [];
      while (taken.length < count && first < jobs.length) {
        const job = jobs[first++] as Job;
        if (!job.isOver) taken.push(job);
      }
      // What was taken is let go of in one piece, when it is at least half of all.
      if (first * 2 >= jobs.length) {
        jobs = jobs.slice(first);
        first = 0;
      }
      return taken;
    },
  };
}
