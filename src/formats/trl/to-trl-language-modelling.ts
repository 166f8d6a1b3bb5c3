import type { ChatMessage } from '../../core/chat-message.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';
import { requireTrainedTexts } from '../messages/require-trained-texts.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import { type TrainingOptions, trainingMessages } from '../messages/training-messages.js';

/** A row for TRL's `SFTTrainer` of the type that TRL calls conversational language modelling. */
export interface TrlLanguageModellingRow {
  readonly messages: readonly ChatMessage[];
}

/** The name of the format in messages. */
export const trlLanguageModellingTitle = 'TRL language modelling';

/**
 * Writes a conversation as one row for TRL's `SFTTrainer` with `assistant_only_loss=True` (its
 * page "Dataset formats" and `SFTConfig`), which trains all answers of a row. Without that setting
 * everything is trained, the prompt and the feedback included.
 *
 * TRL has no mask for a message. So a conversation with an answer that is not to be trained, such
 * as the wrong one of a revision, is refused: write it with `toTrlPromptCompletion`.
 *
 * @returns One row; none when no answer is to be trained.
 * @throws NotRepresentableError when an answer that is not to be trained would be, the prompt's
 * own included, when a trained answer is empty, and when a turn could not be verified.
 * @throws TypeError naming an option that is not as expected.
 */
export function toTrlLanguageModelling(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly TrlLanguageModellingRow[] {
  const messages = trainingMessages(conversation, options, trlLanguageModellingTitle);
  if (messages.length === 0) return [];
  const untrained = messages.findIndex(({ role, isTrained }) => role === 'assistant' && !isTrained);
  if (untrained >= 0) {
    const problem = `message ${untrained + 1} is an answer that is not to be trained, and TRL trains all answers of such a row; prompt-completion rows can hold it`;
    throw new NotRepresentableError(trlLanguageModellingTitle, problem);
  }
  requireTrainedTexts(messages, trlLanguageModellingTitle);
  return [{ messages: messages.map(({ role, content }) => ({ role, content })) }];
}
