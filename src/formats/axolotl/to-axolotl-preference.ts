import type { ChatMessage } from '../../core/chat-message.js';
import { openPrompt } from '../messages/open-prompt.js';
import type { PreferencePair } from '../samples/preference-pair.js';

/** A row of a dataset of Axolotl's `type: chat_template.default` with `rl: dpo`. */
export interface AxolotlPreferenceRow {
  /** The prompt. */
  readonly messages: readonly ChatMessage[];
  readonly chosen: ChatMessage;
  readonly rejected: ChatMessage;
}

/** The name of the format in messages. */
export const axolotlPreferenceTitle = 'Axolotl preference';

/**
 * Writes a pair for DPO with Axolotl (its page "RLHF", `chat_template.default`), the only one of
 * its types of preference that takes a prompt of several messages.
 *
 * The answers are without white space at their ends. Axolotl looks for the text of the answer in
 * what the chat template made of it; when the template has trimmed it, the text is not found, and
 * its last character alone would be trained.
 *
 * @throws NotRepresentableError when the prompt does not end with the user's message.
 */
export function toAxolotlPreference({
  prompt,
  chosen,
  rejected,
}: PreferencePair): AxolotlPreferenceRow {
  return {
    messages: openPrompt(prompt, axolotlPreferenceTitle),
    chosen: { role: 'assistant', content: chosen.trim() },
    rejected: { role: 'assistant', content: rejected.trim() },
  };
}
