import { maximumBatch, type PoolWorker } from './pool-worker.js';

/** A worker that is at one batch has the next one at hand. */
export const batchesAhead = 2;

/** Finds the worker with the least to do; none when all have a batch at hand. */
export function findRoom(workers: Iterable<PoolWorker>): PoolWorker | undefined {
  let best: PoolWorker | undefined;
  for (const worker of workers) {
    if (worker.batches < (best?.batches ?? batchesAhead)) best = worker;
  }
  return best;
}

/**
 * Gives a worker that has nothing to do a part of what another one has not begun.
 *
 * @param atLeast - How many there must be for it to be worth a message.
 */
export function moveJobs(workers: Iterable<PoolWorker>, atLeast: number): void {
  let idle: PoolWorker | undefined;
  let busiest: PoolWorker | undefined;
  for (const worker of workers) {
    if (worker.batches === 0) idle = worker;
    if (worker.unreported > (busiest?.unreported ?? 0)) busiest = worker;
  }
  if (idle === undefined || busiest === undefined) return;
  // The first of the unreported is being made.
  const movable = busiest.unreported - 1;
  if (movable < atLeast) return;
  const taken = busiest.takeBack(Math.min(Math.ceil(movable / 2), maximumBatch));
  const wanted = taken.filter(({ isOver }) => !isOver);
  if (wanted.length > 0) idle.give(wanted);
}
