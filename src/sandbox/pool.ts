import { SandboxClosedError } from '../errors/sandbox-closed-error.js';
import { SandboxStartError } from '../errors/sandbox-start-error.js';
import { createAbortWatch } from './abort-watch.js';
import { type Job, rejectJob, resolveJob } from './job.js';
import { createJobQueue } from './job-queue.js';
import type { PoolKind } from './pool-kind.js';
import {
  type Leftovers,
  maximumBatch,
  type PoolWorker,
  startWorker,
  type WorkerEnd,
} from './pool-worker.js';
import type { Sandbox } from './sandbox.js';
import { batchesAhead, findRoom, moveJobs } from './share-work.js';
import { lookEveryMs } from './stall-clock.js';

/** A call whose worker died by itself is tried once more: the worker may have been at fault. */
const maximumCrashes = 2;
/** Moving fewer jobs than this from one worker to another costs more than it brings. */
const worthMoving = 8;

/**
 * Makes a sandbox on worker threads, which a watchdog replaces when they do not come back.
 *
 * @param kind - The engine that the threads run.
 * @param size - How many threads there are at most; each starts when it is first needed.
 */
export function createPool(kind: PoolKind, size: number): Sandbox {
  const workers = new Set<PoolWorker>();
  const queue = createJobQueue();
  let watchdog: NodeJS.Timeout | undefined;
  let isDispatchPlanned = false;
  let isClosed = false;
  let closing: Promise<void> | undefined;

  const start = (): PoolWorker => {
    const worker = startWorker(kind, {
      onReports: planDispatch,
      onEnd(end, leftovers) {
        workers.delete(worker);
        handleEnd(end, leftovers);
      },
    });
    workers.add(worker);
    return worker;
  };

  const handleEnd = (end: WorkerEnd, { current, others }: Leftovers): void => {
    const again = [...others];
    if (end.reason === 'failed-to-start') {
      for (const job of again) {
        if (++job.crashes >= maximumCrashes) rejectJob(job, new SandboxStartError(end.cause));
      }
    } else if (current !== undefined) {
      if (end.reason === 'crashed' && ++current.crashes < maximumCrashes) again.unshift(current);
      else resolveJob(current, { status: 'lost' });
    }
    queue.putBack(again);
    planDispatch();
  };

  /** Waits until all calls of the present turn are in, so that they travel together. */
  const planDispatch = (): void => {
    if (isDispatchPlanned || isClosed) return;
    isDispatchPlanned = true;
    process.nextTick(() => {
      isDispatchPlanned = false;
      dispatch();
    });
  };

  const dispatch = (): void => {
    if (isClosed) return;
    while (queue.length > 0) {
      const worker = findOrStart();
      if (worker === undefined) break;
      const share = Math.ceil(queue.length / (batchesAhead * size));
      const jobs = queue.takeBatch(Math.min(share, maximumBatch));
      if (jobs.length > 0) worker.give(jobs);
    }
    if (queue.length === 0) moveJobs(workers, worthMoving);
    watch();
  };

  const findOrStart = (): PoolWorker | undefined => {
    const best = findRoom(workers);
    if (best?.batches === 0 || workers.size >= size) return best;
    try {
      return start();
    } catch (error) {
      if (workers.size > 0) return best;
      // Not even one thread is to be had: nobody is left who could make the calls.
      for (const job of queue.takeAll()) rejectJob(job, new SandboxStartError(error));
      return undefined;
    }
  };

  // Spares the workers a job that nobody waits for any more.
  const aborts = createAbortWatch((job) => {
    for (const worker of workers) worker.drop(job);
  });

  const watch = (): void => {
    const isBusy = [...workers].some(({ batches }) => batches > 0);
    if (isBusy && watchdog === undefined) {
      watchdog = setInterval(() => {
        for (const worker of workers) worker.check();
        // Not one job may wait behind a long one while a worker has nothing to do.
        if (queue.length === 0) moveJobs(workers, 1);
        watch();
      }, lookEveryMs);
      watchdog.unref();
    } else if (!isBusy && watchdog !== undefined) {
      clearInterval(watchdog);
      watchdog = undefined;
    }
  };

  const close = async (): Promise<void> => {
    isClosed = true;
    clearInterval(watchdog);
    watchdog = undefined;
    const ended = [...workers].map((worker) => worker.terminate());
    const jobs = [queue.takeAll(), ...ended.map(({ unfinished }) => unfinished)].flat();
    workers.clear();
    for (const job of jobs) rejectJob(job, new SandboxClosedError());
    await Promise.all([kind.close?.(), ...ended.map(({ isOver }) => isOver)]);
  };

  return {
    languages: kind.languages,
    settings: kind.settings,
    run(program, input, options = {}) {
      return new Promise((resolve, reject) => {
        if (isClosed) throw new SandboxClosedError();
        const resolved = kind.resolveCall(program, input, options);
        const { signal } = options;
        signal?.throwIfAborted();
        if ('outcome' in resolved) {
          resolve(resolved.outcome);
          return;
        }
        const { call } = resolved;
        const job: Job = { call, resolve, reject, isOver: false, crashes: 0, release: undefined };
        if (signal !== undefined) aborts.add(job, signal);
        queue.push(job);
        planDispatch();
      });
    },
    [Symbol.asyncDispose]() {
      closing ??= close();
      return closing;
    },
  };
}
