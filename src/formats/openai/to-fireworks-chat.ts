import { optionError } from '../../errors/option-error.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import { type WeightedMessage, weightedMessages } from './weighted-messages.js';

/** A row of supervised fine-tuning at Fireworks. */
export interface FireworksChatRow {
  readonly messages: readonly WeightedMessage[];
  /** By how much the loss of the row counts; present in all rows of a dataset or in none. */
  readonly weight?: number | undefined;
}

/** How rows for Fireworks are made. */
export interface FireworksChatOptions<Sample = TrainableConversation> extends TrainingOptions {
  /**
   * Says by how much the loss of a conversation counts, for instance more for rare tasks. 0 is not
   * trained, and less than 0 makes the model unlearn.
   * @defaultValue rows have no weight, which counts as 1
   */
  readonly rowWeight?: ((conversation: Sample) => number) | undefined;
}

/** The name of the format in messages. */
export const fireworksChatTitle = 'Fireworks chat';

/**
 * Writes a conversation for supervised fine-tuning at Fireworks (its guides to fine-tuning and to
 * weighted training): as for OpenAI, and a weight of the whole row when it is asked for.
 *
 * @returns One row; none when no answer is to be trained.
 * @throws NotRepresentableError when a turn could not be verified, an answer to be trained is empty, or
 * a system message is not the first.
 * @throws TypeError naming an option that is not as expected.
 */
export function toFireworksChat<Sample extends TrainableConversation>(
  conversation: Sample,
  options: FireworksChatOptions<Sample> = {},
): readonly FireworksChatRow[] {
  const messages = weightedMessages(conversation, options, fireworksChatTitle);
  if (messages.length === 0) return [];
  if (options.rowWeight === undefined) return [{ messages }];
  const weight = options.rowWeight(conversation);
  if (Number.isFinite(weight)) return [{ messages, weight }];
  throw optionError('rowWeight', 'a function that returns a finite number', weight);
}
