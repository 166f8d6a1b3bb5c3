import type { Conversation } from '../../core/conversation.js';
import { optionError } from '../../errors/option-error.js';
import { requireInteger } from '../../errors/require-integer.js';
import { type Items, requireItems } from '../../values/items.js';
import { requireOneTask } from './require-one-task.js';

/** What counts as passed. */
export interface PassAtKOptions {
  /**
   * The answer that has to be right: the `first` of a conversation, or its `last`, which may have
   * seen feedback.
   * @defaultValue 'first'
   */
  readonly answer?: 'first' | 'last' | undefined;
}

/** How often a task is solved when the model may answer `k` times. */
export interface PassAtK {
  readonly k: number;
  /** The mean over tasks, from 0 to 1; undefined when no task has `k` verified samples. */
  readonly rate: number | undefined;
  /** The tasks that the mean is of. */
  readonly tasks: number;
  /** Tasks left out because they have fewer than `k` verified samples. */
  readonly tasksLeftOut: number;
}

/**
 * Estimates the chance that at least one of `k` answers is right, without bias, from `samples`
 * answers of which `correct` were right: 1 - C(samples - correct, k) / C(samples, k) (Chen et al.
 * 2021, arXiv:2107.03374, §2.1), computed as a product so that no binomial overflows.
 *
 * @throws TypeError unless all are integers, `correct` from 0 to `samples`, `k` from 1 to `samples`.
 */
export function passAtK(samples: number, correct: number, k: number): number {
  requireInteger('samples', samples, 1);
  requireInteger('correct', correct, 0, samples);
  requireInteger('k', k, 1, samples);
  let failed = 1;
  for (let drawn = 0; drawn < k; drawn++) failed *= (samples - correct - drawn) / (samples - drawn);
  // With fewer wrong answers than draws one of the factors is 0.
  return 1 - failed;
}

/**
 * Estimates pass@k of a dataset: {@link passAtK} of every task, averaged over tasks. Samples whose
 * answer could not be verified do not count.
 *
 * @param groups - The samples of one task each: see {@link groupSamples}.
 * @throws TypeError when a group is of different tasks, and naming an option that is not as expected.
 */
export async function passAtKOf(
  groups: Items<readonly Conversation[]>,
  k: number,
  options: PassAtKOptions = {},
): Promise<PassAtK> {
  requireInteger('k', k, 1);
  const { answer = 'first' } = options;
  if (answer !== 'first' && answer !== 'last') {
    throw optionError('answer', "'first' or 'last'", answer);
  }
  let [sum, tasks, tasksLeftOut] = [0, 0, 0];
  for await (const group of requireItems('groups', groups)) {
    requireOneTask(group);
    const judged = group
      .map(({ turns }) => turns.at(answer === 'first' ? 0 : -1)?.verdict.status)
      .filter((status) => status !== undefined && status !== 'unverifiable');
    const correct = judged.filter((status) => status === 'correct').length;
    if (judged.length < k) tasksLeftOut++;
    else {
      sum += passAtK(judged.length, correct, k);
      tasks++;
    }
  }
  return { k, rate: tasks === 0 ? undefined : sum / tasks, tasks, tasksLeftOut };
}
