import { NotRepresentableError } from '../../errors/not-representable-error.js';
import type { RatedAnswer } from '../samples/preference-pair.js';
import { alternatingChat, type LlamaFactoryMessage } from './alternating-chat.js';

/** A row of a LLaMA-Factory dataset with `formatting: sharegpt` and a `kto_tag`. */
export interface LlamaFactoryUnpairedRow {
  /** `human` and `gpt` by turns; an even number: the last is the answer that is rated. */
  readonly conversations: readonly LlamaFactoryMessage[];
  /** Whether the answer is wanted. Only a real boolean makes a row a KTO row. */
  readonly kto_tag: boolean;
  /** The system message; empty when there is none: the chat template then puts its own. */
  readonly system: string;
}

/**
 * Writes a rated answer for KTO in LLaMA-Factory, in the ShareGPT form (its `data/README.md`). The
 * answers before the last one are part of the prompt and not trained.
 *
 * @throws NotRepresentableError when the roles of the prompt do not alternate, or for an empty
 * answer: LLaMA-Factory tells the wanted answers by not being empty (`data/processor/feedback.py`).
 */
export function toLlamaFactoryUnpaired(answer: RatedAnswer): LlamaFactoryUnpairedRow {
  const format = 'LLaMA-Factory KTO';
  if (answer.completion === '') {
    throw new NotRepresentableError(
      format,
      'the answer is empty, which would count as an unwanted one',
    );
  }
  const messages = [...answer.prompt, { role: 'assistant', content: answer.completion } as const];
  const chat = alternatingChat(messages, 'assistant', format);
  return { conversations: chat.messages, kto_tag: answer.label, system: chat.system };
}
