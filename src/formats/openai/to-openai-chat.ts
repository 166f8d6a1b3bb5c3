import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import { type WeightedMessage, weightedMessages } from './weighted-messages.js';

/** A row of supervised fine-tuning at OpenAI, Azure OpenAI and those who read the same. */
export interface OpenAIChatRow {
  readonly messages: readonly WeightedMessage[];
}

/** The name of the format in messages. */
export const openAIChatTitle = 'OpenAI chat';

/**
 * Writes a conversation for supervised fine-tuning at OpenAI (API specification,
 * `FineTuneChatRequestInput`) and Azure OpenAI. An answer that is only context has `weight: 0`.
 *
 * Every answer has a weight, also where all are trained and 1 could be left out: so all rows have
 * the same fields, and none changes the type of a column.
 *
 * @returns One row; none when no answer is to be trained.
 * @throws NotRepresentableError when a turn could not be verified, an answer to be trained is empty, or
 * a system message is not the first.
 * @throws TypeError naming an option that is not as expected.
 */
export function toOpenAIChat(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly OpenAIChatRow[] {
  const messages = weightedMessages(conversation, options, openAIChatTitle);
  return messages.length === 0 ? [] : [{ messages }];
}
