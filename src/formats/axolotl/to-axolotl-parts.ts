import type { ChatMessage } from '../../core/chat-message.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import { messagesUpToLastTrained } from './messages-up-to-last-trained.js';

/** A text that says for itself whether it is trained. */
export interface AxolotlPart {
  readonly type: 'text';
  readonly text: string;
  readonly train: boolean;
}

/** A message whose content is a list of parts; one part here. */
export interface AxolotlPartsMessage {
  readonly role: ChatMessage['role'];
  readonly content: readonly AxolotlPart[];
}

/** A row of a dataset of Axolotl's `type: chat_template`, with contents in parts. */
export interface AxolotlPartsRow {
  readonly messages: readonly AxolotlPartsMessage[];
}

/** The name of the format in messages. */
export const axolotlPartsTitle = 'Axolotl content parts';

/**
 * Writes a conversation for supervised fine-tuning with Axolotl as contents in parts with a flag
 * `train` each (its page "Conversation", "Content parts with per-part training control"). The
 * flags count without further configuration. Axolotl reads them since April 2026; older versions
 * ignore them and train all answers, and there only `toAxolotlChat` will do. The flags are about
 * texts: for the token that ends an answer Axolotl decides by message, which `toAxolotlChat` can
 * say and this format cannot.
 *
 * @returns One row, which ends with the last answer that is trained; none when there is none.
 * @throws NotRepresentableError when a trained answer is empty and when a turn could not be
 * verified.
 * @throws TypeError naming an option that is not as expected.
 */
export function toAxolotlParts(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly AxolotlPartsRow[] {
  const messages = messagesUpToLastTrained(conversation, options, axolotlPartsTitle);
  if (messages.length === 0) return [];
  return [
    {
      messages: messages.map(({ role, content, isTrained }) => {
        return { role, content: [{ type: 'text', text: content, train: isTrained }] };
      }),
    },
  ];
}
