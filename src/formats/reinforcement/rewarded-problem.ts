import type { ChatMessage } from '../../core/chat-message.js';
import type { Conversation } from '../../core/conversation.js';
import type { Task } from '../../core/task.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';
import { type BuildPromptOptions, buildPrompt } from '../../prompts/build-prompt.js';
import { toRewardSpec } from '../../rewards/reward-spec.js';
import { contentHash } from '../../values/content-hash.js';

/** A problem as reinforcement learning takes it: what is asked, and how answers are verified. */
export interface RewardedProblem {
  readonly task: Task;
  readonly prompt: readonly ChatMessage[];
  /** The text of {@link toRewardSpec}. */
  readonly groundTruth: string;
  /** A number of at most 48 bits made of the task's id: the same whatever else is in the file. */
  readonly number: number;
}

/**
 * Gets the problem out of a task, or out of a conversation about it, whose prompt is kept.
 *
 * @param format - The name of the format, for errors.
 * @throws NotRepresentableError for a conversation which found that its truth is none: replies to
 * it cannot be scored.
 */
export function rewardedProblem(
  source: Task | Conversation,
  options: BuildPromptOptions,
  format: string,
): RewardedProblem {
  if ('task' in source) requireTruth([source], format);
  const task = 'task' in source ? source.task : source;
  const prompt = 'task' in source ? source.prompt : buildPrompt(task, options);
  return {
    task,
    prompt: prompt.map(({ role, content }) => ({ role, content })),
    groundTruth: toRewardSpec(task),
    number: Number.parseInt(contentHash(task.id).slice(0, 12), 16),
  };
}

/** Refuses samples of a task whose recorded pair could not be reproduced. */
export function requireTruth(conversations: readonly Conversation[], format: string): void {
  for (const { verdict } of conversations.flatMap(({ turns }) => turns)) {
    if (verdict.status === 'unverifiable' && verdict.reason === 'truth-not-reproducible') {
      throw new NotRepresentableError(format, `replies cannot be scored: ${verdict.detail}`);
    }
  }
}
