import type { Columns } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import { checkMessages, type MessageChecks } from '../validation/message-checks.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { checkWeights, type ForeignMessage, isTrainedAnswer } from './check-weights.js';
import { type TogetherChatRow, togetherChatTitle, toTogetherChat } from './to-together-chat.js';
import { weightedMessagesColumn } from './weighted-messages.js';

const columns: Columns = { messages: weightedMessagesColumn };

const messageChecks: MessageChecks = {
  alternates: true,
  lastRole: 'assistant',
  isTrained: isTrainedAnswer,
};

const checks: RowChecks<TogetherChatRow> = {
  check: ({ messages }, report) => {
    checkMessages(messages, report, messageChecks);
    checkWeights(messages, 'all', report);
    checkContext(messages, report);
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
    training:
      'Upload the JSON lines as they are: every message has a weight, and those of weight 1 are trained.',
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toTogetherChat(conversation, options)),
  };
}

/**
 * Checks rows of {@link toTogetherChat}, also those from elsewhere, before they are uploaded: roles
 * and their alternation, weights, and prompts that would be trained, no trained text that is empty,
 * no further column.
 */
export function validateTogetherChat(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}

/** Once a message of a row has a weight, all those without one are trained: `trained-context`. */
function checkContext(
  messages: readonly (ForeignMessage | null)[] | null,
  report: ReportProblem,
): void {
  const hasWeight = (message: ForeignMessage | null): boolean =>
    typeof message?.weight === 'number';
  if (messages?.some(hasWeight) !== true) return;
  for (const [index, message] of messages.entries()) {
    if (message?.role === 'assistant' || message?.weight === 0) continue;
    const problem = `the message of ${message?.role} would be trained, expected the weight 0`;
    report({ rule: 'trained-context', field: `messages[${index}].weight`, problem });
  }
}
