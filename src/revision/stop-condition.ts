import type { Turn } from '../core/conversation.js';
import type { Task } from '../core/task.js';
import { isEqual } from '../values/is-equal.js';

/** Decides after a wrong turn whether another attempt is worth it. */
export type StopCondition = (state: {
  readonly task: Task;
  /** The turns so far; the last one was wrong. */
  readonly turns: readonly Turn[];
}) => boolean;

/** Stops when the last wrong answer is the same as an earlier one. */
export function stopOnRepetition(): StopCondition {
  return ({ turns }) => {
    const last = turns.at(-1)?.verdict;
    if (last === undefined || !('predicted' in last)) return false;
    return turns.slice(0, -1).some(({ verdict }) => {
      return (
        'predicted' in verdict && isEqual(verdict.predicted, last.predicted, { mode: 'strict' })
      );
    });
  };
}
