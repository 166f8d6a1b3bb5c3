import { NotRepresentableError } from '../../errors/not-representable-error.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import {
  type TrainingMessage,
  type TrainingOptions,
  trainingMessages,
} from '../messages/training-messages.js';

/** Whether a message is trained: 1, or 0 for context. */
export type MessageWeight = 0 | 1;

/** A message as the chat formats with weights have it, with the weight on answers alone. */
export type WeightedMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string;
      readonly weight: MessageWeight;
    };

/**
 * Writes a conversation as messages whose answers have weights.
 *
 * @returns The messages; none when no answer is to be trained.
 * @throws NotRepresentableError for what {@link sendableMessages} refuses.
 */
export function weightedMessages(
  conversation: TrainableConversation,
  options: TrainingOptions,
  format: string,
): readonly WeightedMessage[] {
  return sendableMessages(conversation, options, format).map(({ role, content, isTrained }) =>
    role === 'assistant' ? { role, content, weight: isTrained ? 1 : 0 } : { role, content },
  );
}

/**
 * Writes a conversation as training messages that every chat trainer reads: no text is empty, and
 * only the first message may be the system's.
 *
 * @throws NotRepresentableError when that is not so, and when a turn could not be verified.
 */
export function sendableMessages(
  conversation: TrainableConversation,
  options: TrainingOptions,
  format: string,
): readonly TrainingMessage[] {
  const messages = trainingMessages(conversation, options, format);
  for (const [index, { role, content }] of messages.entries()) {
    const name = `message ${index + 1}`;
    if (content.trim() === '') throw new NotRepresentableError(format, `${name} is empty`);
    if (role === 'system' && index > 0) {
      throw new NotRepresentableError(format, `${name} is of the system, which only the first is`);
    }
  }
  return messages;
}
