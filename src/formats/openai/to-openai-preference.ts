import type { PreferencePair } from '../samples/preference-pair.js';
import { promptChecks } from './prompt-checks.js';
import { requireMessages } from './require-messages.js';

/** A message of the prompt of a preference. */
export interface OpenAIPromptMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** The one message that an output of a preference consists of. */
export type OpenAIOutput = readonly [{ readonly role: 'assistant'; readonly content: string }];

/** A row of preference fine-tuning (DPO) at OpenAI, Azure OpenAI and Together AI. */
export interface OpenAIPreferenceRow {
  readonly input: { readonly messages: readonly OpenAIPromptMessage[] };
  readonly preferred_output: OpenAIOutput;
  readonly non_preferred_output: OpenAIOutput;
}

/** The name of the format in messages. */
export const openAIPreferenceTitle = 'OpenAI preference';

/**
 * Writes a pair for preference fine-tuning at OpenAI (its guide to direct preference optimization;
 * `FineTunePreferenceRequestInput` of the API specification), Azure OpenAI and Together AI. An
 * older version of that specification calls the outputs `…_completion`; the guide does not.
 *
 * @throws NotRepresentableError when the prompt does not end with the user's message, or a system message
 * is not the first.
 */
export function toOpenAIPreference(pair: PreferencePair): OpenAIPreferenceRow {
  const { prompt, chosen, rejected } = pair;
  requireMessages(prompt, { ...promptChecks, field: 'prompt' }, openAIPreferenceTitle);
  return {
    input: { messages: prompt.map(({ role, content }) => ({ role, content })) },
    preferred_output: [{ role: 'assistant', content: chosen }],
    non_preferred_output: [{ role: 'assistant', content: rejected }],
  };
}
