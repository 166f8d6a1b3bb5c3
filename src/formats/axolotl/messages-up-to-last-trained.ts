import { requireTrainedTexts } from '../messages/require-trained-texts.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import {
  type TrainingMessage,
  type TrainingOptions,
  trainingMessages,
} from '../messages/training-messages.js';

/**
 * Writes a conversation as messages up to the last answer that is trained. What comes after it
 * would teach nothing, and Axolotl warns of a last message that is not trained: it may take its end
 * for that of the row.
 *
 * @returns The messages; none when no answer is to be trained.
 * @throws NotRepresentableError when a trained answer is empty, which Axolotl would leave out with
 * a line in its log, and when a turn could not be verified.
 */
export function messagesUpToLastTrained(
  conversation: TrainableConversation,
  options: TrainingOptions,
  format: string,
): readonly TrainingMessage[] {
  const messages = trainingMessages(conversation, options, format);
  requireTrainedTexts(messages, format);
  return messages.slice(0, messages.findLastIndex(({ isTrained }) => isTrained) + 1);
}
