import type { ChatMessage } from '../../core/chat-message.js';
import { retryMessage } from '../../revision/build-turn-messages.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import { type TrainingOptions, visibleText } from '../messages/training-messages.js';
import type { RatedAnswer } from './preference-pair.js';

/** How answers are rated. */
export type RatedAnswerOptions = Pick<TrainingOptions, 'answerText'>;

/**
 * Makes one rated answer of every verified answer, as KTO (arXiv:2402.01306) is trained. The
 * prompt holds all that came before the answer: earlier answers, their feedback and the request to
 * try again. So a right answer to feedback is a clean example here, which it is not in a
 * preference pair. Answers that could not be verified, and empty ones, are left out.
 *
 * @param conversations - Conversations, of one task or of several; the answers come in their order.
 */
export function toRatedAnswers(
  conversations: readonly TrainableConversation[],
  options: RatedAnswerOptions = {},
): readonly RatedAnswer[] {
  const { answerText = visibleText } = options;
  return conversations.flatMap(({ task, prompt, turns, retryRequest }) => {
    const answers: RatedAnswer[] = [];
    let before: readonly ChatMessage[] = prompt;
    for (const { prediction, verdict, feedback } of turns) {
      const completion = answerText(prediction);
      if (verdict.status !== 'unverifiable' && completion.trim() !== '') {
        const label = verdict.status === 'correct';
        answers.push({ taskId: task.id, prompt: before, completion, label });
      }
      before = [
        ...before,
        { role: 'assistant', content: completion },
        { role: 'user', content: retryMessage(feedback ?? '', retryRequest) },
      ];
    }
    return answers;
  });
}
