import type { Job } from './job.js';

/** Jobs that wait for a worker, in the order in which they are to be made. */
export interface JobQueue {
  readonly length: number;
  push(this: void, job: Job): void;
  /** Puts jobs before all others, in the given order. */
  putBack(this: void, jobs: readonly Job[]): void;
  /** Takes jobs that are not over: up to `count`, and few enough for one message. */
  takeBatch(this: void, count: number): Job[];
  /** Takes all jobs. */
  takeAll(this: void): Job[];
}

/** A message with more text than this gains nothing, and may not fit into one string. */
const maximumCharacters = 1024 * 1024;

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
    takeBatch(count) {
      const taken: Job[] = [];
      let characters = 0;
      while (taken.length < count && characters < maximumCharacters && first < jobs.length) {
        const job = jobs[first++] as Job;
        if (job.isOver) continue;
        taken.push(job);
        characters += job.call.inputText.length;
      }
      // What was taken is let go of in one piece, when it is at least half of all.
      if (first * 2 >= jobs.length) {
        jobs = jobs.slice(first);
        first = 0;
      }
      return taken;
    },
    takeAll() {
      const all = jobs.slice(first);
      jobs = [];
      first = 0;
      return all;
    },
  };
}
