import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import { type MessageWeight, sendableMessages, weightOf } from './weighted-messages.js';

/** A row of supervised fine-tuning at Together AI. */
export interface TogetherChatRow {
  readonly messages: readonly {
    readonly role: 'system' | 'user' | 'assistant';
    readonly content: string;
    readonly weight: MessageWeight;
  }[];
}

/** The name of the format in messages. */
export const togetherChatTitle = 'Together chat';

/**
 * Writes a conversation for supervised fine-tuning at Together AI (its guide to data preparation,
 * conversational data). There any message may have a weight, and once one has, those without are
 * trained, too, the user's and the system's included. So every message has one, 0 for context.
 *
 * @returns One row; none when no answer is to be trained.
 * @throws NotRepresentableError when a turn could not be verified, an answer to be trained is empty, or
 * user and assistant do not take turns after the system message.
 * @throws TypeError naming an option that is not as expected.
 */
export function toTogetherChat(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly TogetherChatRow[] {
  const checks = { alternates: true };
  const messages = sendableMessages(conversation, options, checks, togetherChatTitle);
  if (messages.length === 0) return [];
  return [
    {
      messages: messages.map(({ role, content, isTrained }) => {
        return { role, content, weight: weightOf(isTrained) };
      }),
    },
  ];
}
