import type { ColumnType } from '../columns.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import {
  type TrainingMessage,
  type TrainingOptions,
  trainingMessages,
} from '../messages/training-messages.js';
import type { MessageChecks } from '../validation/message-checks.js';
import { requireMessages } from './require-messages.js';

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

/** The type of messages with weights; where a message has none it is null. */
export const weightedMessagesColumn: ColumnType = {
  list: { struct: { role: 'string', content: 'string', weight: 'int64' } },
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
  const messages = sendableMessages(conversation, options, { systemFirstOnly: true }, format);
  return messages.map(({ role, content, isTrained }) =>
    role === 'assistant' ? { role, content, weight: weightOf(isTrained) } : { role, content },
  );
}

/**
 * Writes a conversation as training messages that pass the checks of a format.
 *
 * @returns The messages; none when no answer is to be trained.
 * @throws NotRepresentableError when they do not, and when a turn could not be verified.
 */
export function sendableMessages(
  conversation: TrainableConversation,
  options: TrainingOptions,
  checks: MessageChecks,
  format: string,
): readonly TrainingMessage[] {
  const messages = trainingMessages(conversation, options, format);
  if (messages.length === 0) return [];
  const isTrained = (message: TrainingMessage): boolean => message.isTrained;
  requireMessages(messages, { ...checks, isTrained }, format);
  return messages;
}

/** The weight that says whether a message is trained. */
export function weightOf(isTrained: boolean): MessageWeight {
  return isTrained ? 1 : 0;
}
