import type { Turn } from '../core/conversation.js';
import { CodeIOError } from './codeio-error.js';

/**
 * Thrown when a conversation could not be continued because a model call failed. The turns that
 * were finished are kept: pass them to `revise` as `turns` to go on without paying for them again.
 */
export class RevisionError extends CodeIOError {
  override readonly name = 'RevisionError';
  readonly code = 'revision-failed';
  readonly taskId: string;
  /** The finished turns, possibly none. */
  readonly turns: readonly Turn[];

  constructor(taskId: string, turns: readonly Turn[], cause: unknown) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    super(`turn ${turns.length + 1} of task ${taskId} failed: ${problem}`, { cause });
    this.taskId = taskId;
    this.turns = turns;
  }
}
