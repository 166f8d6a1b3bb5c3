import type { ChatMessage } from '../../core/chat-message.js';
import type { Conversation } from '../../core/conversation.js';
import type { Direction, Task } from '../../core/task.js';
import type { BuildPromptOptions } from '../../prompts/build-prompt.js';
import { openPrompt } from '../messages/open-prompt.js';
import { rewardedProblem } from '../reinforcement/rewarded-problem.js';

/** A row for the trainers of TRL that write the answers themselves: GRPO, RLOO. */
export interface TrlPromptsRow {
  readonly prompt: readonly ChatMessage[];
  readonly task_id: string;
  readonly direction: Direction;
  /** The text of `toRewardSpec`: all that it takes to verify an answer. */
  readonly ground_truth: string;
}

/** The name of the format in messages. */
export const trlPromptsTitle = 'TRL prompts';

/**
 * Writes a problem as a prompt-only row for TRL (its page "Dataset formats"), for `GRPOTrainer`,
 * which hands every further column to the reward function by name. Answers are scored by the
 * function `reward` in the file of `computeScoreFile`, which asks a reward server: see
 * `serveRewards`.
 *
 * @param source - A task, or a conversation about it, whose prompt is kept.
 * @throws NotRepresentableError for a conversation which found that its truth is none, and when
 * the prompt does not end with the user's message.
 * @throws TypeError for a placeholder that does not exist.
 */
export function toTrlPrompts(
  source: Task | Conversation,
  options: BuildPromptOptions = {},
): TrlPromptsRow {
  const { task, prompt, groundTruth } = rewardedProblem(source, options, trlPromptsTitle);
  return {
    prompt: openPrompt(prompt, trlPromptsTitle),
    task_id: task.id,
    direction: task.direction,
    ground_truth: groundTruth,
  };
}
