import type { ChatMessage } from '../../core/chat-message.js';
import { openPrompt } from '../messages/open-prompt.js';
import type { PreferencePair } from '../samples/preference-pair.js';

/** A row for the trainers of TRL that learn from pairs: DPO, ORPO, CPO. */
export interface TrlPreferenceRow {
  readonly prompt: readonly ChatMessage[];
  readonly chosen: readonly ChatMessage[];
  readonly rejected: readonly ChatMessage[];
}

/** The name of the format in messages. */
export const trlPreferenceTitle = 'TRL preference';

/**
 * Writes a pair for TRL as a conversational preference with an explicit prompt, as its page
 * "Dataset formats" recommends for DPO. `RewardTrainer` wants the prompt inside both sides.
 *
 * @throws NotRepresentableError when the prompt does not end with the user's message.
 */
export function toTrlPreference({ prompt, chosen, rejected }: PreferencePair): TrlPreferenceRow {
  return {
    prompt: openPrompt(prompt, trlPreferenceTitle),
    chosen: [{ role: 'assistant', content: chosen }],
    rejected: [{ role: 'assistant', content: rejected }],
  };
}
