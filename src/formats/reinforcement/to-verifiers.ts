import type { ChatMessage } from '../../core/chat-message.js';
import type { Conversation } from '../../core/conversation.js';
import type { Task } from '../../core/task.js';
import type { BuildPromptOptions } from '../../prompts/build-prompt.js';
import { stringifyJson } from '../../values/stringify-json.js';
import { rewardedProblem } from './rewarded-problem.js';

/** A row of a dataset for an environment of Prime Intellect's `verifiers`. */
export interface VerifiersRow {
  readonly prompt: readonly ChatMessage[];
  /** The recorded value as JSON text. Of an input it is one of many right ones: do not compare. */
  readonly answer: string;
  /** A JSON object with `ground_truth` (the text of `toRewardSpec`), `direction` and `task_id`. */
  readonly info: string;
  /** A number made of the task's id, the same whatever else is in the file. */
  readonly example_id: number;
}

/** How the format is called in messages. */
export const verifiersTitle = 'verifiers';

/**
 * Writes a problem as a row for a `verifiers` environment. Replies are scored by the function
 * `verifiers_reward` in the file of {@link computeScoreFile}, which asks a reward server.
 *
 * @param source - A task, or a conversation about it, whose prompt is kept.
 * @throws NotRepresentableError for a conversation which found that its truth is none.
 * @throws TypeError for a placeholder that does not exist.
 */
export function toVerifiers(
  source: Task | Conversation,
  options: BuildPromptOptions = {},
): VerifiersRow {
  const { task, prompt, groundTruth, number } = rewardedProblem(source, options, verifiersTitle);
  const { id, direction, pair } = task;
  return {
    prompt,
    answer: stringifyJson(pair[direction]),
    // As text, because the fields of an object become columns of one type.
    info: stringifyJson({ ground_truth: groundTruth, direction, task_id: id }),
    example_id: number,
  };
}
