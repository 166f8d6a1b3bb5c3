import type { QuickJSHandle } from 'quickjs-emscripten';
import type { Instance } from './instance.js';

/** Promise jobs that count as one step, so that an endless chain of short jobs ends too. */
const jobsPerStep = 100;

/**
 * Runs the pending promise jobs until none is left or the steps are used up.
 *
 * @returns The error of a job that failed outside of any promise, if there was one.
 */
export function runJobs(instance: Instance, maxSteps: number): QuickJSHandle | undefined {
  const { runtime } = instance;
  while (runtime.hasPendingJob() && instance.counter.steps <= maxSteps) {
    const result = runtime.executePendingJobs(jobsPerStep);
    if (result.error) return result.error;
    if (runtime.hasPendingJob()) instance.counter.steps++;
  }
  return undefined;
}
