import type { ChatMessage } from '../../core/chat-message.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';
import { retryMessage } from '../../revision/build-turn-messages.js';
import { readTrainedTurns, type TrainedTurns, trainedTurns } from '../trained-turns.js';
import type { SpokenText, TrainableConversation } from './trainable-conversation.js';

/** A message of a conversation as a trainer sees it. */
export interface TrainingMessage extends ChatMessage {
  /** Whether the trainer learns to write it; true for answers only. */
  readonly isTrained: boolean;
}

/** Options that all formats of conversations share. */
export interface TrainingOptions {
  /**
   * Which answers are trained.
   * @defaultValue 'correct-turns'
   */
  readonly train?: TrainedTurns | undefined;
  /**
   * Makes the text of an answer, for instance with its reasoning: see {@link withThinkTags}.
   * @defaultValue the visible reply alone
   */
  readonly answerText?: ((prediction: SpokenText) => string) | undefined;
}

/**
 * Writes a conversation as chat messages that end with the last answer: prompt, answer, feedback
 * with the request to try again, answer. The feedback to the last answer is not part of it.
 *
 * @param format - The name of the format, for errors.
 * @returns The messages; none when no answer is to be trained.
 * @throws NotRepresentableError when a turn could not be verified: nobody knows what it would teach.
 * @throws TypeError naming an option that is not as expected.
 */
export function trainingMessages(
  conversation: TrainableConversation,
  options: TrainingOptions,
  format: string,
): readonly TrainingMessage[] {
  const { prompt, turns, retryRequest } = conversation;
  const { answerText = visibleText } = options;
  const trained = trainedTurns(turns, readTrainedTurns(options.train));
  requireVerified(conversation, format);
  if (!trained.includes(true)) return [];
  return [
    ...prompt.map(({ role, content }) => ({ role, content, isTrained: false })),
    ...turns.flatMap(({ prediction, feedback }, index): TrainingMessage[] => {
      const content = answerText(prediction);
      const answer = { role: 'assistant', content, isTrained: trained[index] === true } as const;
      if (index === turns.length - 1) return [answer];
      const told = retryMessage(feedback ?? '', retryRequest);
      return [answer, { role: 'user', content: told, isTrained: false }];
    }),
  ];
}

/**
 * Refuses conversations with a turn that could not be verified.
 *
 * @throws NotRepresentableError naming the turn.
 */
export function requireVerified(
  { turns }: Pick<TrainableConversation, 'turns'>,
  format: string,
): void {
  const index = turns.findIndex(({ verdict }) => verdict.status === 'unverifiable');
  if (turns.length === 0) throw new NotRepresentableError(format, 'it has no turns');
  if (index >= 0)
    throw new NotRepresentableError(format, `turn ${index + 1} could not be verified`);
}

/** Takes the visible reply of a prediction. */
export function visibleText({ text }: SpokenText): string {
  return text;
}

/** Puts the reasoning of a prediction, when there is any, between `<think>` tags before its reply. */
export function withThinkTags({ text, reasoning }: SpokenText): string {
  return reasoning === undefined ? text : `<think>\n${reasoning.trim()}\n</think>\n\n${text}`;
}
