import { Worker } from 'node:worker_threads';
import type { Call } from './call.js';
import type { GuestReport } from './guest-report.js';
import type { ResolvedLimits } from './limits.js';
import type { WorkerResponse } from './protocol.js';
import { workerUrl } from './worker-url.js';

/** What became of a call in a worker: the guest's report, or the loss of the worker. */
type WorkerResult =
  | { readonly status: 'reported'; readonly report: GuestReport }
  /** The wall clock ran out, and the worker was killed. */
  | { readonly status: 'timed-out' }
  /** The worker died by itself. */
  | { readonly status: 'crashed' };

/** A worker thread that makes one call at a time. */
export interface PoolWorker {
  /** Makes a call. When the result is anything but `reported`, the worker is gone. */
  evaluate(call: Call): Promise<WorkerResult>;
  /** Ends the thread; a call in flight resolves as `crashed`. */
  terminate(): Promise<void>;
}

/** Starting a thread and its interpreter takes this long at most, even on a busy machine. */
const startUpMs = 60_000;

/** Starts a worker thread. It keeps the process alive only while it has a call. */
export function startWorker(limits: ResolvedLimits): PoolWorker {
  const worker = new Worker(workerUrl(), { workerData: limits });
  worker.unref();
  let finish: ((result: WorkerResult) => void) | undefined;
  let watchdog: NodeJS.Timeout | undefined;
  let isReady = false;
  let isGone = false;
  let calls = 0;

  const settle = (result: WorkerResult): void => {
    clearTimeout(watchdog);
    const resolve = finish;
    finish = undefined;
    worker.unref();
    resolve?.(result);
  };
  const die = (result: WorkerResult): void => {
    if (isGone) return;
    isGone = true;
    settle(result);
    void worker.terminate();
  };
  const watch = (timeoutMs: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => die({ status: 'timed-out' }), timeoutMs);
  };

  worker.on('message', (response: WorkerResponse) => {
    if (response.type === 'ready') {
      isReady = true;
      // The clock of a call that waited for the thread to start begins now.
      if (finish !== undefined) watch(limits.wallClockMs);
    } else if (response.id === calls) {
      settle({ status: 'reported', report: response.report });
    }
  });
  worker.on('error', () => die({ status: 'crashed' }));
  worker.on('exit', () => die({ status: 'crashed' }));

  return {
    evaluate(call) {
      if (isGone) return Promise.resolve({ status: 'crashed' });
      worker.ref();
      return new Promise((resolve) => {
        finish = resolve;
        watch(isReady ? limits.wallClockMs : startUpMs);
        worker.postMessage({ type: 'call', id: ++calls, call });
      });
    },
    async terminate() {
      isGone = true;
      settle({ status: 'crashed' });
      await worker.terminate();
    },
  };
}
