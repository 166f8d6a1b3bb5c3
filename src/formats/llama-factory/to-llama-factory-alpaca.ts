import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import { trainedChat } from './trained-chat.js';

/** A row of a LLaMA-Factory dataset with `formatting: alpaca`, for supervised fine-tuning. */
export interface LlamaFactoryAlpacaRow {
  /** The last message of the user. */
  readonly instruction: string;
  /** Always empty: LLaMA-Factory would append it to the instruction. */
  readonly input: string;
  /** The last answer. */
  readonly output: string;
  /** The system message; empty when there is none: the chat template then puts its own. */
  readonly system: string;
  /** What came before, in pairs of user message and answer. */
  readonly history: readonly (readonly [user: string, answer: string])[];
}

/**
 * Writes a conversation for LLaMA-Factory in the alpaca form (its `data/README.md`).
 *
 * **Answers in `history` are trained, too**, unless the training configuration says
 * `mask_history: true`: what holds for {@link toLlamaFactoryShareGPT} holds here.
 *
 * @returns One row; none when no answer is to be trained.
 * @throws NotRepresentableError as {@link toLlamaFactoryShareGPT} does.
 */
export function toLlamaFactoryAlpaca(
  conversation: TrainableConversation,
  options: TrainingOptions = {},
): readonly LlamaFactoryAlpacaRow[] {
  const chat = trainedChat(conversation, options, 'LLaMA-Factory alpaca');
  if (chat === undefined) return [];
  const texts = chat.messages.map(({ value }) => value);
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index < texts.length; index += 2) {
    pairs.push([texts[index] ?? '', texts[index + 1] ?? '']);
  }
  const [instruction, output] = pairs.at(-1) ?? ['', ''];
  return [{ instruction, input: '', output, system: chat.system, history: pairs.slice(0, -1) }];
}
