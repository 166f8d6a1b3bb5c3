import type { Task } from '../core/task.js';
import { CacheMissError } from '../errors/cache-miss-error.js';
import { ModelCallError } from '../errors/model-call-error.js';
import { RevisionError } from '../errors/revision-error.js';
import { aboutTask, type FailedTask } from './failed-task.js';

/** Puts the failure of a task into a row. */
export function describeFailure(task: Task, sample: number, error: unknown): FailedTask {
  const isCall = error instanceof RevisionError;
  const cause = isCall ? error.cause : error;
  const turn = isCall ? error.turns.length + 1 : 1;
  const row = { ...aboutTask(task, sample), turn };
  if (cause instanceof ModelCallError) {
    const { reason, attempts, problem, statusCode, finishReason } = cause;
    return { ...row, reason, attempts, lastError: problem, statusCode, finishReason };
  }
  const lastError = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const reason = cause instanceof CacheMissError ? 'cache-miss' : 'internal';
  return { ...row, reason, attempts: 0, lastError };
}
