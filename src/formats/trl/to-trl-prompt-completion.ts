import type { ChatMessage } from '../../core/chat-message.js';
import { openPrompt } from '../messages/open-prompt.js';
import { requireTrainedTexts } from '../messages/require-trained-texts.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import { type TrainingOptions, trainingMessages } from '../messages/training-messages.js';

/** A row for TRL's `SFTTrainer` of the type that TRL calls conversational prompt-completion. */
export interface TrlPromptCompletionRow {
  /** All that came before the answer: earlier answers and their feedback, too. */
  readonly prompt: readonly ChatMessage[];
  /** The answer, the only message that is trained. */
  readonly completion: readonly ChatMessage[];
}

/** The name of the format in messages. */
export const trlPromptCompletionTitle = 'TRL prompt-completion';

/**
 * Writes a conversation for TRL's `SFTTrainer` (its page "Dataset formats"), which trains the
 * completion alone: one row for every answer that is to be trained, with all that came before it
 * as the prompt. So the wrong answer of a revision and its feedback are read and not trained.
 * Line breaks at the beginning of an answer are not trained either (TRL 1.13): tokenizers join them
 * with those of the chat template.
 *
 * @returns A row for every trained answer; none when no answer is to be trained.
 * @throws NotRepresentableError when the message before an answer is not the user's, when a
 * trained answer is empty, and when a turn could not be verified.
 * @throws TypeError naming an option that is not as expected.
 */
export function toTrlPromptCompletion(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly TrlPromptCompletionRow[] {
  const messages = trainingMessages(conversation, options, trlPromptCompletionTitle);
  requireTrainedTexts(messages, trlPromptCompletionTitle);
  return messages.flatMap(({ content, isTrained }, index): readonly TrlPromptCompletionRow[] => {
    if (!isTrained) return [];
    const prompt = openPrompt(messages.slice(0, index), trlPromptCompletionTitle);
    return [{ prompt, completion: [{ role: 'assistant', content }] }];
  });
}
