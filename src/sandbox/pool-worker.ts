import { packBatch, unpackReports } from './batch.js';
import { boardPlaces, createClaimBoard } from './claim-board.js';
import { type Job, resolveJob } from './job.js';
import type { PoolKind } from './pool-kind.js';
import type { WorkerResponse } from './protocol.js';
import { createStallClock } from './stall-clock.js';
import { startThread } from './start-thread.js';

/** Why a worker is gone. */
export type WorkerEnd =
  /** It did not get on with a call, and was killed. */
  | { readonly reason: 'stuck' }
  /** It died by itself in the middle of a call. */
  | { readonly reason: 'crashed' }
  /** It died before it could make any call. */
  | { readonly reason: 'failed-to-start'; readonly cause: unknown };

/** The jobs of a worker that is gone, none of which was reported. */
export interface Leftovers {
  /** What it was at when it ended. */
  readonly current: Job | undefined;
  /** The others: it had not begun them, or not reported them. */
  readonly others: readonly Job[];
}

/** A worker thread and the jobs that it has. */
export interface PoolWorker {
  /** Batches that were given and are not over. */
  readonly batches: number;
  /** Jobs that were given and are not reported. */
  readonly unreported: number;
  /** Gives jobs, at most {@link maximumBatch} at a time. */
  give(this: void, jobs: readonly Job[]): void;
  /** Takes back up to `count` jobs that were not begun, the last first. */
  takeBack(this: void, count: number): Job[];
  /** To be called every {@link lookEveryMs}: ends the thread when it has not got on for too long. */
  check(this: void): void;
  /** Takes a job back for good, unless it was begun. */
  drop(this: void, job: Job): void;
  /** Ends the thread, and hands over the jobs that it had. */
  terminate(this: void): { readonly unfinished: readonly Job[]; readonly isOver: Promise<unknown> };
}

/** Jobs in a batch at most; two batches of them fit the claim board. */
export const maximumBatch = 64;

/** Starting a thread and its interpreter takes this long at most, even on a busy machine. */
const startUpMs = 60_000;

interface Given {
  readonly job: Job;
  readonly place: number;
  /** Whether the job was taken back, and belongs to another worker or to nobody. */
  isTakenBack: boolean;
}

/** What a pool hears from its workers. */
interface Listener {
  /** Jobs were reported: there may be room for more. */
  onReports(this: void): void;
  onEnd(this: void, end: WorkerEnd, leftovers: Leftovers): void;
}

/** Starts a worker thread. It keeps the process alive only while it has jobs. */
export function startWorker(kind: PoolKind, listener: Listener): PoolWorker {
  const board = createClaimBoard();
  const { worker, send } = startThread(kind, board.memory, (cause) => die(cause));
  worker.unref();
  /** In the order in which they are reported. */
  let given: Given[] = [];
  let batches = 0;
  let nextPlace = 0;
  let isReady = false;
  let isGone = false;
  const startUpClock = createStallClock(startUpMs);
  const clock = createStallClock(kind.wallClockMs);

  const end = (reason: WorkerEnd): void => {
    if (isGone) return;
    isGone = true;
    void worker.terminate();
    const mine = given.filter(({ isTakenBack }) => !isTakenBack);
    const begun = mine.findLast(({ place }) => board.isBegun(place));
    // A thread that breaks on what it is given breaks before it begins with it.
    const current = (begun ?? (isReady ? mine[0] : undefined))?.job;
    const others = mine.map(({ job }) => job).filter((job) => job !== current);
    given = [];
    listener.onEnd(reason, { current, others });
  };

  worker.on('message', (response: WorkerResponse) => {
    if (isGone) return;
    if (response.type === 'ready') {
      isReady = true;
      return;
    }
    if (response.isBatchOver) batches--;
    const reports = unpackReports(response.reports);
    const reported = given.splice(0, reports.length);
    for (const [index, report] of reports.entries()) {
      // A job that was taken back belongs to another worker, or to nobody.
      if (report === undefined) continue;
      const { job } = reported[index] as Given;
      resolveJob(job, kind.readReport(report, job.call.countOperations));
    }
    if (batches === 0) worker.unref();
    listener.onReports();
  });
  const die = (cause: unknown): void =>
    end(isReady ? { reason: 'crashed' } : { reason: 'failed-to-start', cause });
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the thread ended before it was ready')));

  return {
    get batches() {
      return batches;
    },
    get unreported() {
      return given.length;
    },
    give(jobs) {
      if (batches === 0) {
        worker.ref();
        clock.restart();
      }
      batches++;
      const calls = jobs.map(({ call }) => call);
      const batch = packBatch(calls, nextPlace);
      for (const job of jobs) {
        board.open(nextPlace);
        given.push({ job, place: nextPlace, isTakenBack: false });
        nextPlace = (nextPlace + 1) % boardPlaces;
      }
      send(batch);
    },
    takeBack(count) {
      const taken: Job[] = [];
      for (let i = given.length - 1; i >= 0 && taken.length < count; i--) {
        const entry = given[i] as Given;
        if (entry.isTakenBack || !board.takeAway(entry.place)) continue;
        entry.isTakenBack = true;
        taken.push(entry.job);
      }
      return taken.reverse();
    },
    check() {
      if (batches === 0) return;
      const progress = board.progress();
      if (!isReady) {
        if (startUpClock.isStuck(progress)) die(new Error(`not ready after ${startUpMs} ms`));
      } else if (clock.isStuck(progress)) {
        end({ reason: 'stuck' });
      }
    },
    drop(job) {
      const entry = given.find((each) => each.job === job);
      if (entry === undefined || entry.isTakenBack) return;
      entry.isTakenBack = board.takeAway(entry.place);
    },
    terminate() {
      isGone = true;
      const unfinished = given.filter(({ isTakenBack }) => !isTakenBack).map(({ job }) => job);
      return { unfinished, isOver: worker.terminate() };
    },
  };
}
