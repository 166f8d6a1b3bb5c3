import type { Instance } from './instance.js';
import type { Completion } from './interpreter.js';

/** Promise jobs, or timers, that count as one step, so that an endless chain of them ends too. */
const jobsPerStep = 100;

/**
 * Runs promise jobs, and what `advance` runs when there are none, until it says that all is done or
 * the steps are used up.
 *
 * @param advance - Runs one more thing; `false` when there is nothing to wait for.
 * @returns What a job threw outside of any promise, if one did.
 */
export function settle(
  { interpreter, counter }: Instance,
  maxSteps: number,
  advance: () => boolean,
): Completion | undefined {
  let timers = 0;
  while (counter.steps <= maxSteps) {
    if (interpreter.hasPendingJob()) {
      const ran = interpreter.runJobs(jobsPerStep);
      if (ran.isThrown) return ran;
      if (interpreter.hasPendingJob()) counter.steps++;
    } else {
      if (!advance()) return undefined;
      if (++timers % jobsPerStep === 0) counter.steps++;
    }
  }
  return undefined;
}
