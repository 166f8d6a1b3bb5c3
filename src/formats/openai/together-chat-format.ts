import type { Columns } from '../columns.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import {
  type ValidateOptions,
  type ValidationReport,
  validateRows,
} from '../validation/validate-rows.js';
import {
  checkKeys,
  checkMessages,
  checkTrained,
  contentsOf,
  type ForeignMessage,
} from './check-messages.js';
import { findBrokenAlternation } from './find-broken-alternation.js';
import { type TogetherChatRow, togetherChatTitle, toTogetherChat } from './to-together-chat.js';

const columns: Columns = {
  messages: { list: { struct: { role: 'string', content: 'string', weight: 'int64' } } },
};

const roles = ['system', 'user', 'assistant'];

const checks: RowChecks<TogetherChatRow> = {
  check: (row, report) => {
    const { messages } = row;
    checkKeys(row, ['messages'], report);
    const last = 'assistant';
    checkMessages(messages, { field: 'messages', roles, last, weighted: 'all' }, report);
    checkAlternation(messages, report);
    checkContext(messages, report);
    checkTrained(messages, report);
  },
  texts: ({ messages }) => contentsOf(messages),
};

/**
 * Makes the format {@link toTogetherChat} for `writeDataset`.
 *
 * @throws TypeError for an unknown `train`.
 */
export function togetherChatFormat(options: TrainingOptions = {}): RowFormat<TogetherChatRow> {
  readTrainedTurns(options.train);
  return {
    title: togetherChatTitle,
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toTogetherChat(conversation, options)),
  };
}

/**
 * Checks rows of {@link toTogetherChat}, also those from elsewhere, before they are uploaded: roles
 * and their alternation, weights, and prompts that would be trained, no empty text, no further key.
 */
export function validateTogetherChat(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}

function checkAlternation(messages: readonly ForeignMessage[] | null, report: ReportProblem): void {
  const roleOf = (message: ForeignMessage) => ({ role: message?.role ?? null });
  const broken = findBrokenAlternation((messages ?? []).map(roleOf));
  if (broken === undefined) return;
  const { index, expected } = broken;
  const came = messages?.[index]?.role ?? 'nobody';
  const problem = `expected a message of ${expected}, got one of ${came}`;
  report({ rule: 'alternation', field: `messages[${index}].role`, problem });
}

/** Once a message of a row has a weight, all those without one are trained. */
function checkContext(messages: readonly ForeignMessage[] | null, report: ReportProblem): void {
  const hasWeight = (message: ForeignMessage): boolean => message?.weight != null;
  if (messages?.some(hasWeight) !== true) return;
  for (const [index, message] of messages.entries()) {
    if (message?.role === 'assistant' || message?.weight === 0) continue;
    const problem = `expected 0, for the message of ${message?.role} would be trained`;
    report({ rule: 'trained-context', field: `messages[${index}].weight`, problem });
  }
}
