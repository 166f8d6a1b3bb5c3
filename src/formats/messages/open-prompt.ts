import type { ChatMessage } from '../../core/chat-message.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';

/**
 * Copies the messages that an answer follows, and makes sure that the user spoke last: trainers
 * put the start of an answer after the user's message, and would continue any other.
 *
 * @param format - The name of the format, for errors.
 * @throws NotRepresentableError when the last message is another's, or there is none.
 */
export function openPrompt(
  messages: readonly ChatMessage[],
  format: string,
): readonly ChatMessage[] {
  const last = messages.at(-1)?.role ?? 'nobody';
  if (last !== 'user') {
    const problem = `the message before the answer is of ${last}, expected one of the user`;
    throw new NotRepresentableError(format, problem);
  }
  return messages.map(({ role, content }) => ({ role, content }));
}
