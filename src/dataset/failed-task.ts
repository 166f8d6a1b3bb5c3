import type { BatchFailureReason } from '../core/batch-result.js';
import type { Direction, Task } from '../core/task.js';
import type { ModelCallFailure } from '../errors/model-call-error.js';

/** Why a task failed. */
export type FailureReason =
  | ModelCallFailure
  | BatchFailureReason
  /** A model that only replays has no reply for the prompt. */
  | 'cache-miss'
  /** Something else was thrown, such as by a function of yours. */
  | 'internal';

/** A task that could not be finished: neither the model's mistake nor feedback, and to be tried again. */
export interface FailedTask {
  readonly taskId: string;
  readonly sample: number;
  readonly direction: Direction;
  readonly functionId: string;
  readonly entrypoint: string;
  /** The turn that failed, from 1. */
  readonly turn: number;
  readonly reason: FailureReason;
  /** How many calls were made for the turn. */
  readonly attempts: number;
  /** The last error, in words. */
  readonly lastError: string;
  readonly statusCode?: number | undefined;
  readonly finishReason?: string | undefined;
}

/** Names a task in a failure row. */
export function aboutTask(
  { id, direction, function: { id: functionId, entrypoint } }: Task,
  sample: number,
): Pick<FailedTask, 'taskId' | 'sample' | 'direction' | 'functionId' | 'entrypoint'> {
  return { taskId: id, sample, direction, functionId, entrypoint };
}
