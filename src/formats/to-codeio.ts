import { NotRepresentableError } from '../errors/not-representable-error.js';
import { retryMessage } from '../revision/build-turn-messages.js';
import type { TrainableConversation } from './messages/trainable-conversation.js';

/** A row in the format of the published CodeI/O data. */
export interface CodeIORow {
  readonly prompt: string;
  readonly turn_1: string;
  /** The feedback to turn 1 as the model saw it, with the request to try again when there was a turn 2. */
  readonly feedback_1: string;
  /** Null when turn 1 was the last. */
  readonly turn_2: string | null;
  readonly feedback_2: string | null;
}

/**
 * Writes a conversation as a row of the published five-field format (`CodeIO-PyEdu-Reasoning`).
 *
 * @throws NotRepresentableError for conversations of more than two turns or without feedback.
 */
export function toCodeIO(conversation: TrainableConversation): CodeIORow {
  const { prompt, turns, retryRequest, outcome } = conversation;
  const [first, second] = turns;
  if (first === undefined || turns.length > 2) {
    throw new NotRepresentableError('CodeI/O', `it has ${turns.length} turns, the row holds two`);
  }
  if (outcome === 'unverifiable' || first.feedback === undefined) {
    throw new NotRepresentableError('CodeI/O', 'a turn could not be verified');
  }
  return {
    prompt: prompt.map(({ content }) => content).join('\n\n'),
    turn_1: first.prediction.text,
    feedback_1: second === undefined ? first.feedback : retryMessage(first.feedback, retryRequest),
    turn_2: second?.prediction.text ?? null,
    feedback_2: second?.feedback ?? null,
  };
}
