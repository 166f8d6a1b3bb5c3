import type { ColumnType } from '../columns.js';
import type { ReportProblem } from '../validation/row-checks.js';

/** The type of a message, and of a list of them. */
export const llamaFactoryMessage: ColumnType = { struct: { from: 'string', value: 'string' } };
export const llamaFactoryMessages: ColumnType = { list: llamaFactoryMessage };

/** A message that comes from outside: of the right types, but any of them may be null. */
export type ForeignMessage = {
  readonly from: string | null;
  readonly value: string | null;
} | null;

const asking = ['human', 'observation'];
const answering = ['gpt', 'function_call'];

/**
 * Tells of messages that make LLaMA-Factory skip the row: wrong order, wrong number, nothing to
 * learn.
 *
 * @param last - Who has to have the last word.
 */
export function checkChat(
  messages: readonly ForeignMessage[] | null,
  last: 'human' | 'gpt',
  report: ReportProblem,
): void {
  const chat = messages?.[0]?.from === 'system' ? messages.slice(1) : (messages ?? []);
  const offset = (messages?.length ?? 0) - chat.length;
  for (const [index, message] of chat.entries()) {
    const wanted = index % 2 === 0 ? asking : answering;
    const field = `conversations[${index + offset}]`;
    if (!wanted.includes(message?.from ?? '')) {
      const came = JSON.stringify(message?.from ?? null);
      const problem = `expected ${wanted.join(' or ')}, got ${came}: the row would be skipped`;
      report({ rule: 'alternation', field: `${field}.from`, problem });
      return;
    }
    // Answers before the last are trained or not as the settings say, which are not known here.
    const isRated = index === chat.length - 1 && last === 'gpt';
    checkMessageText(message, field, report, isRated ? 'error' : 'warning');
  }
  const remainder = last === 'gpt' ? 0 : 1;
  if (chat.length === 0 || chat.length % 2 !== remainder) {
    const problem = `expected ${last} to have the last word of ${chat.length} messages: the row would be skipped`;
    report({ rule: 'last-role', field: 'conversations', problem });
  }
}

/** Tells of an answer to a ranking that is none. */
export function checkAnswer(message: ForeignMessage, field: string, report: ReportProblem): void {
  if (!answering.includes(message?.from ?? '')) {
    const came = JSON.stringify(message?.from ?? null);
    const problem = `expected ${answering.join(' or ')}, got ${came}: the row would be skipped`;
    report({ rule: 'unknown-role', field: `${field}.from`, problem });
  }
  checkMessageText(message, field, report, 'error');
}

function checkMessageText(
  message: ForeignMessage,
  field: string,
  report: ReportProblem,
  severity: 'error' | 'warning',
): void {
  if ((message?.value ?? '').trim() !== '') return;
  const problem = 'expected a text, got an empty one';
  report({ rule: 'empty-message', field: `${field}.value`, problem, severity });
}

/** Takes the texts of messages that come from outside. */
export function chatTexts(messages: readonly ForeignMessage[] | null): readonly string[] {
  return messages?.map((message) => message?.value ?? '') ?? [];
}
