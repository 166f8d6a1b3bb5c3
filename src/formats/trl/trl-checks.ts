import type { ChatMessage } from '../../core/chat-message.js';
import { checkMessages } from '../validation/message-checks.js';
import type { ReportProblem } from '../validation/row-checks.js';

/** Tells of a prompt that does not end with the user, or in which the roles do not alternate. */
export function checkTrlPrompt(prompt: readonly ChatMessage[] | null, report: ReportProblem): void {
  const isTrained = (): boolean => false;
  checkMessages(prompt, report, { field: 'prompt', lastRole: 'user', alternates: true, isTrained });
}

/** Tells of an answer that is missing, empty, or holds messages of others than the assistant. */
export function checkTrlAnswer(
  answer: readonly ChatMessage[] | null,
  field: string,
  report: ReportProblem,
): void {
  checkMessages(answer, report, { field, roles: ['assistant'] });
}

/** Takes the texts of messages. */
export function textsOfMessages(messages: readonly ChatMessage[]): readonly string[] {
  return messages.map(({ content }) => content);
}
