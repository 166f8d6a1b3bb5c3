import { optionError } from '../../errors/option-error.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';

type TaskSample = Pick<TrainableConversation, 'task'>;
type PromptSample = Pick<TrainableConversation, 'task' | 'prompt'>;

/**
 * Checks that conversations are samples of one task.
 *
 * @throws TypeError naming both tasks when they are not.
 */
export function requireOneTask(conversations: readonly TaskSample[]): void {
  if (!Array.isArray(conversations)) {
    throw optionError('conversations', 'an array of the samples of one task', conversations);
  }
  const [first, ...others] = conversations as readonly TaskSample[];
  const stranger = others.find(({ task }) => task.id !== first?.task.id);
  if (stranger === undefined) return;
  throw new TypeError(
    `conversations must be samples of one task, got the tasks ${first?.task.id} and ${stranger.task.id}`,
  );
}

/**
 * Checks that conversations are samples of one task that began with the same messages.
 *
 * @throws TypeError naming the task, or both tasks, when they are not.
 */
export function requireOnePrompt(conversations: readonly PromptSample[]): void {
  requireOneTask(conversations);
  const [first, ...others] = conversations;
  if (first === undefined || others.every((other) => hasSamePrompt(first, other))) return;
  throw new TypeError(
    `conversations must be samples of one prompt, got different prompts of the task ${first.task.id}`,
  );
}

function hasSamePrompt(a: PromptSample, b: PromptSample): boolean {
  return (
    a.prompt.length === b.prompt.length &&
    a.prompt.every(({ role, content }, index) => {
      const other = b.prompt[index];
      return role === other?.role && content === other.content;
    })
  );
}
