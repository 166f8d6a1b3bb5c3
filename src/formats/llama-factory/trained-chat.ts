import { NotRepresentableError } from '../../errors/not-representable-error.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import { type TrainingOptions, trainingMessages } from '../messages/training-messages.js';
import { readTrainedTurns, type TrainedTurns } from '../trained-turns.js';
import { type AlternatingChat, alternatingChat } from './alternating-chat.js';

/**
 * Says whether the training configuration has to hold `mask_history: true`, which trains the last
 * answer of every row alone. Without it every answer of a row is trained, those of the prompt and
 * of the alpaca `history` included.
 */
export function masksHistory(train: TrainedTurns | undefined): boolean {
  return readTrainedTurns(train) !== 'every-turn';
}

/**
 * Writes a conversation as an alternating chat of which LLaMA-Factory trains exactly the answers
 * that are asked for.
 *
 * @returns The chat; undefined when no answer is to be trained.
 * @throws NotRepresentableError for what neither setting of `mask_history` can express, and when an
 * answer to be trained is empty.
 */
export function trainedChat(
  conversation: TrainableConversation,
  options: TrainingOptions,
  format: string,
): AlternatingChat | undefined {
  const messages = trainingMessages(conversation, options, format);
  if (messages.length === 0) return undefined;
  const answers = messages.filter(({ role }) => role === 'assistant');
  if (answers.some(({ isTrained, content }) => isTrained && content.trim() === '')) {
    throw new NotRepresentableError(format, 'an answer to be trained is empty');
  }
  if (!masksHistory(options.train)) {
    if (answers.some(({ isTrained }) => !isTrained)) {
      throw new NotRepresentableError(
        format,
        'its prompt holds an answer, which would be trained, too: LLaMA-Factory masks all answers before the last one, or none',
      );
    }
  } else if (answers.some(({ isTrained }, index) => isTrained !== (index === answers.length - 1))) {
    throw new NotRepresentableError(
      format,
      'the answers to be trained are not the last one alone, which is all that `mask_history` trains',
    );
  }
  return alternatingChat(messages, 'assistant', format);
}
