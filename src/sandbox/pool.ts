import { availableParallelism } from 'node:os';
import { requireInteger } from '../errors/require-integer.js';
import { SandboxClosedError } from '../errors/sandbox-closed-error.js';
import type { Call } from './call.js';
import { readReport } from './guest-report.js';
import { resolveLimits, type SandboxLimits } from './limits.js';
import { type PoolWorker, startWorker } from './pool-worker.js';
import { createCallResolver } from './resolve-call.js';
import type { Outcome, Sandbox } from './sandbox.js';

/** Options of {@link createSandbox}. */
export interface SandboxOptions extends SandboxLimits {
  /**
   * Worker threads; each starts when it is first needed.
   * @defaultValue the number of processors, at most 8
   */
  readonly workers?: number | undefined;
}

interface Job {
  readonly call: Call;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
  /** How often a worker died under it. */
  crashes: number;
  isOver: boolean;
}

/** A call whose worker died by itself is tried once more: the worker may have been at fault. */
const maximumCrashes = 2;

/**
 * Makes a sandbox on worker threads. Every call starts from a pristine interpreter; a watchdog
 * replaces a worker that does not come back. An idle sandbox does not keep the process alive;
 * closing it (`await using`) ends all threads.
 *
 * @example
 * ```ts
 * await using sandbox = createSandbox();
 * const program = { language: 'javascript', code: 'const double = (n) => 2 * n', entrypoint: 'double', parameters: ['n'] };
 * await sandbox.run(program, { n: 21 }); // { status: 'returned', value: 42, steps: 0, logs: [] }
 * ```
 *
 * @throws TypeError naming an option that is out of range.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const limits = resolveLimits(options);
  const size = requireInteger('workers', options.workers ?? Math.min(availableParallelism(), 8), 1);
  const resolveCall = createCallResolver();
  const idle: PoolWorker[] = [];
  const busy = new Map<PoolWorker, Job>();
  const queue: Job[] = [];
  let isClosed = false;

  const finish = (job: Job, settle: () => void): void => {
    if (job.isOver) return;
    job.isOver = true;
    settle();
  };

  const work = async (worker: PoolWorker, job: Job): Promise<void> => {
    busy.set(worker, job);
    const result = await worker.evaluate(job.call);
    busy.delete(worker);
    if (result.status === 'reported') idle.push(worker);
    if (result.status === 'crashed' && ++job.crashes < maximumCrashes && !isClosed && !job.isOver) {
      queue.unshift(job);
    } else {
      finish(job, () => {
        if (isClosed) job.reject(new SandboxClosedError());
        else
          job.resolve(
            result.status === 'reported' ? readReport(result.report) : { status: 'lost' },
          );
      });
    }
    dispatch();
  };

  const dispatch = (): void => {
    while (queue.length > 0 && busy.size < size && !isClosed) {
      const job = queue.shift() as Job;
      if (job.isOver) continue;
      void work(idle.pop() ?? startWorker(limits), job);
    }
  };

  return {
    languages: ['javascript', 'typescript'],
    async run(program, input, options = {}) {
      if (isClosed) throw new SandboxClosedError();
      const resolved = resolveCall(program, input, options);
      const { signal } = options;
      signal?.throwIfAborted();
      if ('outcome' in resolved) return resolved.outcome;
      return new Promise<Outcome>((resolve, reject) => {
        const abort = (): void => finish(job, () => reject(signal?.reason));
        const release = (): void => signal?.removeEventListener('abort', abort);
        const job: Job = {
          call: resolved.call,
          signal,
          resolve: (outcome) => {
            release();
            resolve(outcome);
          },
          reject: (reason) => {
            release();
            reject(reason);
          },
          crashes: 0,
          isOver: false,
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(job);
        dispatch();
      });
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      const waiting = queue.splice(0);
      for (const job of waiting) finish(job, () => job.reject(new SandboxClosedError()));
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
