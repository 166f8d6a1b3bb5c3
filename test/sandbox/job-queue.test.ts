import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/sandbox/job.js';
import { createJobQueue } from '../../src/sandbox/job-queue.js';

/** A job that is told apart by its name. */
interface NamedJob extends Pick<Job, 'isOver'> {
  readonly name: number;
}
let made = 0;
const newJob = (inputText = ''): NamedJob & Job =>
  ({ name: made++, isOver: false, call: { inputText } }) as NamedJob & Job;
const namesOf = (jobs: readonly Job[]): number[] => jobs.map((job) => (job as Job & NamedJob).name);

const action = fc.oneof(
  fc.record({ type: fc.constant('push' as const), count: fc.nat({ max: 20 }) }),
  fc.record({ type: fc.constant('take' as const), count: fc.nat({ max: 20 }) }),
  fc.record({ type: fc.constant('putBack' as const), count: fc.nat({ max: 5 }) }),
  fc.record({ type: fc.constant('end' as const), count: fc.nat({ max: 40 }) }),
);

describe('a job queue', () => {
  it('is a list that is taken from the front, without the jobs that are over', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
        const queue = createJobQueue();
        let model: (NamedJob & Job)[] = [];
        for (const { type, count } of actions) {
          const some = Array.from({ length: count }, () => newJob());
          if (type === 'push') {
            for (const job of some) queue.push(job);
            model.push(...some);
          } else if (type === 'putBack') {
            queue.putBack(some);
            model.unshift(...some);
          } else if (type === 'end') {
            const job = model[count];
            if (job !== undefined) job.isOver = true;
          } else {
            const wanted = model.filter(({ isOver }) => !isOver).slice(0, count);
            expect(namesOf(queue.takeBatch(count))).toEqual(namesOf(wanted));
            // The jobs that are over go with those behind which they stand.
            const last = wanted.at(-1);
            if (wanted.length < count) model = [];
            else if (last !== undefined) model = model.slice(model.indexOf(last) + 1);
          }
          expect(queue.length).toBe(model.length);
        }
        const rest = model.filter(({ isOver }) => !isOver);
        expect(namesOf(queue.takeBatch(Number.POSITIVE_INFINITY))).toEqual(namesOf(rest));
        expect(queue.length).toBe(0);
      }),
    );
  });

  it('takes from a hundred thousand jobs as it does from a few', () => {
    const queue = createJobQueue();
    const all = Array.from({ length: 100_000 }, () => newJob());
    for (const job of all) queue.push(job);
    const taken: Job[] = [];
    while (queue.length > 0) taken.push(...queue.takeBatch(3));
    expect(taken).toEqual(all);
  });

  it('gives no more text at once than fits one message, but always something', () => {
    const queue = createJobQueue();
    for (let i = 0; i < 6; i++) queue.push(newJob('x'.repeat(600_000)));
    queue.push(newJob('x'.repeat(5_000_000)));
    const sizes = [];
    while (queue.length > 0) sizes.push(queue.takeBatch(64).length);
    expect(sizes).toEqual([2, 2, 2, 1]);
  });

  it('gives all at once when it is closed', () => {
    const queue = createJobQueue();
    const all = Array.from({ length: 5 }, () => newJob('x'.repeat(600_000)));
    for (const job of all) queue.push(job);
    queue.takeBatch(1);
    expect(queue.takeAll()).toEqual(all.slice(1));
    expect(queue.length).toBe(0);
  });
});
