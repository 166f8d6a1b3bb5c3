import { Worker } from 'node:worker_threads';
import { boardPlaces, createClaimBoard } from './claim-board.js';
import { readReport } from './guest-report.js';
import { type Job, resolveJob } from './job.js';
import type { ResolvedLimits } from './limits.js';
import type { PreparedProgram } from './prepare-program.js';
import type { Batch, WorkerResponse, WorkerStart } from './protocol.js';
import { workerUrl } from './worker-url.js';

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
  /** Ends the thread when it has not got on for too long. */
  check(this: void, nowMs: number): void;
  /** Takes a job back for good, unless it was begun. */
  drop(this: void, job: Job): void;
  /** Ends the thread, and hands over the jobs that it had. */
  terminate(this: void): { readonly unfinished: readonly Job[]; readonly isOver: Promise<unknown> };
}

/** Jobs in a batch at most; two batches of them fit the claim board. */
export const maximumBatch = 64;

/** Starting a thread and its interpreter takes this long at most, even on a busy machine. */
const startUpMs = 60_000;
/** A call that counts steps but does not end gets this many times the wall clock. */
const totalFactor = 6;
/** Stack of a thread for each byte of the guest's, so that the guest's always ends first. */
const threadStackFactor = 64;
const megabyte = 1024 * 1024;

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
export function startWorker(limits: ResolvedLimits, listener: Listener): PoolWorker {
  const board = createClaimBoard();
  const worker = new Worker(workerUrl(), {
    workerData: { limits, board: board.memory } satisfies WorkerStart,
    // The guest has no use for what the program was started with, and must not find it.
    env: {},
    execArgv: [],
    resourceLimits: {
      stackSizeMb: Math.ceil((limits.maxStackBytes * threadStackFactor) / megabyte),
    },
  });
  worker.unref();
  /** In the order in which they are reported. */
  let given: Given[] = [];
  let batches = 0;
  let nextPlace = 0;
  let isReady = false;
  let isGone = false;
  let seen = { ...board.progress(), callMs: 0, stepMs: 0 };

  const restartClock = (): void => {
    const nowMs = performance.now();
    seen = { ...board.progress(), callMs: nowMs, stepMs: nowMs };
  };
  const end = (reason: WorkerEnd): void => {
    if (isGone) return;
    isGone = true;
    void worker.terminate();
    const mine = given.filter(({ isTakenBack }) => !isTakenBack);
    const current = mine.findLast(({ place }) => board.isBegun(place))?.job;
    const others = mine.map(({ job }) => job).filter((job) => job !== current);
    given = [];
    listener.onEnd(reason, { current, others });
  };

  worker.on('message', (response: WorkerResponse) => {
    if (isGone) return;
    if (response.type === 'ready') {
      isReady = true;
      restartClock();
      return;
    }
    const { lines, steps, isBatchOver } = response;
    if (isBatchOver) batches--;
    const texts = lines.split('\n');
    const reported = given.splice(0, steps.length);
    for (const [index, { job }] of reported.entries()) {
      const text = texts[index];
      if (!text) continue;
      resolveJob(job, readReport({ text, steps: steps[index] as number }));
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
        restartClock();
      }
      batches++;
      const batch = packBatch(jobs, nextPlace);
      for (const job of jobs) {
        board.open(nextPlace);
        given.push({ job, place: nextPlace, isTakenBack: false });
        nextPlace = (nextPlace + 1) % boardPlaces;
      }
      worker.postMessage(batch);
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
    check(nowMs) {
      if (batches === 0) return;
      const { begun, steps } = board.progress();
      if (begun !== seen.begun) seen = { begun, steps, callMs: nowMs, stepMs: nowMs };
      else if (steps !== seen.steps) seen = { ...seen, steps, stepMs: nowMs };
      if (!isReady) {
        if (nowMs - seen.stepMs > startUpMs) die(new Error(`not ready after ${startUpMs} ms`));
      } else if (
        nowMs - seen.stepMs > limits.wallClockMs ||
        nowMs - seen.callMs > totalFactor * limits.wallClockMs
      ) {
        end({ reason: 'stuck' });
      }
    },
    drop(job) {
      const entry = given.find((each) => each.job === job);
      if (entry !== undefined && !entry.isTakenBack)
        entry.isTakenBack = board.takeAway(entry.place);
    },
    terminate() {
      isGone = true;
      const unfinished = given.filter(({ isTakenBack }) => !isTakenBack).map(({ job }) => job);
      return { unfinished, isOver: worker.terminate() };
    },
  };
}

function packBatch(jobs: readonly Job[], firstPlace: number): Batch {
  const indexes = new Map<PreparedProgram, number>();
  const programIndexes = jobs.map(({ call: { program } }) => {
    const index = indexes.get(program) ?? indexes.size;
    indexes.set(program, index);
    return index;
  });
  return {
    firstPlace,
    programs: [...indexes.keys()],
    programIndexes,
    inputLines: jobs.map(({ call }) => call.inputText).join('\n'),
    seeds: jobs.map(({ call }) => call.seed),
    nowsMs: jobs.map(({ call }) => call.nowMs),
  };
}
