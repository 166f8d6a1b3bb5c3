import type { PreferencePair } from '../samples/preference-pair.js';
import { alternatingChat, type LlamaFactoryMessage } from './alternating-chat.js';

/** A row of a LLaMA-Factory dataset with `formatting: sharegpt` and `ranking: true` (DPO, ORPO, reward models). */
export interface LlamaFactoryRankingRow {
  /** `human` and `gpt` by turns; an odd number, `human` last. */
  readonly conversations: readonly LlamaFactoryMessage[];
  readonly chosen: LlamaFactoryMessage;
  readonly rejected: LlamaFactoryMessage;
  /** The system message; empty when there is none: the chat template then puts its own. */
  readonly system: string;
}

/**
 * Writes a preference pair for LLaMA-Factory in the ShareGPT form (its `data/README.md`).
 *
 * @throws NotRepresentableError when the roles of the prompt do not alternate or the user does not
 * have the last word.
 */
export function toLlamaFactoryRanking(pair: PreferencePair): LlamaFactoryRankingRow {
  const { system, messages } = alternatingChat(pair.prompt, 'user', 'LLaMA-Factory ranking');
  return {
    conversations: messages,
    chosen: { from: 'gpt', value: pair.chosen },
    rejected: { from: 'gpt', value: pair.rejected },
    system,
  };
}
