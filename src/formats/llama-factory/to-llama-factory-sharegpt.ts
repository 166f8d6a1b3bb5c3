import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { LlamaFactoryMessage } from './alternating-chat.js';
import { trainedChat } from './trained-chat.js';

/** A row of a LLaMA-Factory dataset with `formatting: sharegpt`, for supervised fine-tuning. */
export interface LlamaFactoryShareGPTRow {
  /** `human` and `gpt` by turns; an even number. */
  readonly conversations: readonly LlamaFactoryMessage[];
  /** The system message; empty when there is none: the chat template then puts its own. */
  readonly system: string;
}

/**
 * Writes a conversation for LLaMA-Factory in the ShareGPT form (its `data/README.md`).
 *
 * The rows cannot say which answers are trained, the training configuration does: with
 * `mask_history: true` the last answer of each row, which `correct-turns` and `last-turn` need;
 * without it every answer, which `every-turn` needs. It holds for all datasets of a training, so
 * rows of both kinds cannot be mixed in one. {@link llamaFactoryShareGPTFormat} writes the setting
 * beside the rows.
 *
 * @returns One row; none when no answer is to be trained.
 * @throws NotRepresentableError when a turn could not be verified, when roles do not alternate, or
 * when the answers to be trained are neither the last alone nor all of the row.
 */
export function toLlamaFactoryShareGPT(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly LlamaFactoryShareGPTRow[] {
  const chat = trainedChat(conversation, options, 'LLaMA-Factory ShareGPT');
  return chat === undefined ? [] : [{ conversations: chat.messages, system: chat.system }];
}
