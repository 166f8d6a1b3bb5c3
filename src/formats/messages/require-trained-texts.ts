import { NotRepresentableError } from '../../errors/not-representable-error.js';
import type { TrainingMessage } from './training-messages.js';

/**
 * Refuses a trained answer without a text: trainers train such a one as an end without an answer,
 * or drop it.
 *
 * @param format - The name of the format, for errors.
 * @throws NotRepresentableError naming the message.
 */
export function requireTrainedTexts(messages: readonly TrainingMessage[], format: string): void {
  const index = messages.findIndex(({ content, isTrained }) => isTrained && content.trim() === '');
  if (index < 0) return;
  throw new NotRepresentableError(format, `message ${index + 1} is to be trained and is empty`);
}
