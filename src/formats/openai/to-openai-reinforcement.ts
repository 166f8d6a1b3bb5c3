import type { ChatMessage } from '../../core/chat-message.js';
import type { Conversation } from '../../core/conversation.js';
import type { Direction, Task } from '../../core/task.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';
import { type BuildPromptOptions, buildPrompt } from '../../prompts/build-prompt.js';
import { toRewardSpec } from '../../rewards/reward-spec.js';
import { stringifyJson } from '../../values/stringify-json.js';
import { promptChecks } from './prompt-checks.js';
import { requireMessages } from './require-messages.js';

/** A row of reinforcement fine-tuning at OpenAI. A grader reads its keys as `{{ item.… }}`. */
export interface OpenAIReinforcementRow {
  readonly messages: readonly {
    readonly role: 'developer' | 'user' | 'assistant';
    readonly content: string;
  }[];
  readonly task_id: string;
  readonly direction: Direction;
  /**
   * The JSON object that a recorded right answer ends with. Of an input task it is one of many:
   * compare outputs, never inputs.
   */
  readonly reference_answer: string;
  /** All that it takes to verify an answer by running the code: see `readRewardSpec`. */
  readonly reward_spec: string;
}

/** The name of the format in messages. */
export const openAIReinforcementTitle = 'OpenAI reinforcement';

/**
 * Writes a task for reinforcement fine-tuning at OpenAI (its guide; `FineTuneReinforcementRequestInput`
 * of the API specification). The messages end with the user's, for the model writes the answer;
 * the system's is called `developer` there. All further keys are for the grader.
 *
 * @param item - A task, or a conversation about it, whose prompt is taken and whose answers are not.
 * @param options - How a task is put into words.
 * @throws NotRepresentableError when the prompt does not end with the user's message, a system message is
 * not the first, or a turn found that the truth of the task is not what the code returns.
 */
export function toOpenAIReinforcement(
  item: Task | Conversation,
  options: BuildPromptOptions = {},
): OpenAIReinforcementRow {
  const { task, prompt } = 'turns' in item ? fromConversation(item) : fromTask(item, options);
  requireMessages(prompt, { ...promptChecks, field: 'prompt' }, openAIReinforcementTitle);
  const { id, direction, pair } = task;
  return {
    messages: prompt.map(({ role, content }) => {
      return { role: role === 'system' ? 'developer' : role, content };
    }),
    task_id: id,
    direction,
    reference_answer: stringifyJson({ [direction]: pair[direction] }, { spaced: true }),
    reward_spec: toRewardSpec(task),
  };
}

interface PromptedTask {
  readonly task: Task;
  readonly prompt: readonly ChatMessage[];
}

function fromTask(task: Task, options: BuildPromptOptions): PromptedTask {
  return { task, prompt: buildPrompt(task, options) };
}

function fromConversation({ task, prompt, turns }: Conversation): PromptedTask {
  const isRefuted = turns.some(
    ({ verdict }) =>
      verdict.status === 'unverifiable' && verdict.reason === 'truth-not-reproducible',
  );
  if (!isRefuted) return { task, prompt };
  const problem = 'its truth is not what the code returns, so that no answer could be graded';
  throw new NotRepresentableError(openAIReinforcementTitle, problem);
}
