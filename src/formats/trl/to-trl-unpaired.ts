import type { ChatMessage } from '../../core/chat-message.js';
import { openPrompt } from '../messages/open-prompt.js';
import type { RatedAnswer } from '../samples/preference-pair.js';

/** A row for the trainers of TRL that learn from single rated answers: KTO, BCO. */
export interface TrlUnpairedRow {
  /** All that came before the answer: earlier answers and their feedback, too. */
  readonly prompt: readonly ChatMessage[];
  readonly completion: readonly ChatMessage[];
  /** Whether the answer is wanted. */
  readonly label: boolean;
}

/** The name of the format in messages. */
export const trlUnpairedTitle = 'TRL unpaired preference';

/**
 * Writes a rated answer for TRL as a conversational unpaired preference (its page "Dataset
 * formats"), for `KTOTrainer`.
 *
 * @throws NotRepresentableError when the prompt does not end with the user's message.
 */
export function toTrlUnpaired({ prompt, completion, label }: RatedAnswer): TrlUnpairedRow {
  return {
    prompt: openPrompt(prompt, trlUnpairedTitle),
    completion: [{ role: 'assistant', content: completion }],
    label,
  };
}
