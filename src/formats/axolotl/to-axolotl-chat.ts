import type { ChatMessage } from '../../core/chat-message.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import { messagesUpToLastTrained } from './messages-up-to-last-trained.js';

/** A message that says for itself whether it is trained. */
export interface AxolotlMessage extends ChatMessage {
  readonly train: boolean;
}

/** A row of a dataset of Axolotl's `type: chat_template`. */
export interface AxolotlChatRow {
  readonly messages: readonly AxolotlMessage[];
}

/** The name of the format in messages. */
export const axolotlChatTitle = 'Axolotl chat';

/**
 * Writes a conversation for supervised fine-tuning with Axolotl (its page "Conversation"). Every
 * message has a flag `train`, which counts only with `message_field_training: train` in the
 * configuration: without it Axolotl ignores the flags and trains all answers. `axolotlChatFormat`
 * writes that configuration.
 *
 * @returns One row, which ends with the last answer that is trained; none when there is none.
 * @throws NotRepresentableError when a trained answer is empty and when a turn could not be
 * verified.
 * @throws TypeError naming an option that is not as expected.
 */
export function toAxolotlChat(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly AxolotlChatRow[] {
  const messages = messagesUpToLastTrained(conversation, options, axolotlChatTitle);
  if (messages.length === 0) return [];
  return [
    {
      messages: messages.map(({ role, content, isTrained }) => {
        return { role, content, train: isTrained };
      }),
    },
  ];
}
