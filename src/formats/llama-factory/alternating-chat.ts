import type { ChatMessage } from '../../core/chat-message.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';

/** A message in the ShareGPT form, with the default names of LLaMA-Factory. */
export interface LlamaFactoryMessage {
  readonly from: 'human' | 'gpt';
  readonly value: string;
}

/** Messages as LLaMA-Factory accepts them: user and assistant by turns, beginning with the user. */
export interface AlternatingChat {
  /** The text of the system message; empty when there is none. */
  readonly system: string;
  readonly messages: readonly LlamaFactoryMessage[];
}

const senders = ['human', 'gpt'] as const;

/**
 * Takes the system message apart and makes sure that user and assistant alternate: LLaMA-Factory
 * skips any other row and says so in one line of its log (`data/converter.py`).
 *
 * @param last - Who has the last word.
 * @throws NotRepresentableError naming the message that breaks the order.
 */
export function alternatingChat(
  messages: readonly ChatMessage[],
  last: 'user' | 'assistant',
  format: string,
): AlternatingChat {
  const [first, ...others] = messages;
  const chat = first?.role === 'system' ? others : messages;
  const offset = messages.length - chat.length + 1;
  const written = chat.map(({ role, content }, index): LlamaFactoryMessage => {
    const wanted = index % 2 === 0 ? 'user' : 'assistant';
    if (role !== wanted) {
      const problem = `message ${index + offset} is of role ${role} where ${wanted} has to come`;
      throw new NotRepresentableError(format, problem);
    }
    return { from: senders[index % 2 === 0 ? 0 : 1], value: content };
  });
  if (chat.at(-1)?.role !== last) {
    throw new NotRepresentableError(format, `the last message has to be of role ${last}`);
  }
  return { system: first?.role === 'system' ? first.content : '', messages: written };
}
