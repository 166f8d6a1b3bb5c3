import type { ChatMessage } from '../../core/chat-message.js';
import { checkMessages } from '../validation/message-checks.js';
import type { ReportProblem } from '../validation/row-checks.js';

/** Tells of a prompt that does not end with the user, or in which the roles do not alternate. */
export function checkTrlPrompt(prompt: readonly ChatMessage[] | null, report: ReportProblem): void {
  const isTrained = (): boolean => false;
  checkMessages(prompt, report, { field: 'prompt', lastRole: 'user', alternates: true, isTrained });
}

/**
 * Tells of an answer that is missing, empty, holds messages of others than the assistant, or begins
 * with line breaks.
 */
export function checkTrlAnswer(
  answer: readonly ChatMessage[] | null,
  field: string,
  report: ReportProblem,
): void {
  checkMessages(answer, report, { field, roles: ['assistant'] });
  if (!/^[\r\n]/.test(answer?.[0]?.content ?? '')) return;
  report({
    rule: 'leading-line-breaks',
    field: `${field}[0].content`,
    problem:
      'begins with line breaks: tokenizers join them with the template, untrained (TRL 1.13)',
    severity: 'warning',
  });
}
