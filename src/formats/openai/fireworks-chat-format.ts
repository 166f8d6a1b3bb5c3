import type { Conversation } from '../../core/conversation.js';
import type { Columns } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import { checkMessages, type MessageChecks } from '../validation/message-checks.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { checkWeights, isTrainedAnswer } from './check-weights.js';
import {
  type FireworksChatOptions,
  type FireworksChatRow,
  fireworksChatTitle,
  toFireworksChat,
} from './to-fireworks-chat.js';
import { weightedMessagesColumn } from './weighted-messages.js';

/** How rows for Fireworks are checked. */
export interface ValidateFireworksOptions extends ValidateOptions {
  /**
   * Whether the rows have a weight as a whole: all of them, or none.
   * @defaultValue false
   */
  readonly hasRowWeights?: boolean | undefined;
}

const messageChecks: MessageChecks = {
  roles: ['system', 'user', 'assistant', 'tool'],
  systemFirstOnly: true,
  lastRole: 'assistant',
  isTrained: isTrainedAnswer,
};

function columnsOf(hasRowWeights: boolean): Columns {
  const messages = weightedMessagesColumn;
  return hasRowWeights ? { messages, weight: 'float64' } : { messages };
}

function checksOf(hasRowWeights: boolean): RowChecks<FireworksChatRow> {
  return {
    check: ({ messages, weight }, report) => {
      checkMessages(messages, report, messageChecks);
      checkWeights(messages, 'assistant', report);
      if (hasRowWeights) checkRowWeight(weight, report);
    },
    texts: ({ messages }) => contentsOf(messages),
    minimumRows: 3,
  };
}

/**
 * Makes the format {@link toFireworksChat} for `writeDataset`.
 *
 * @throws TypeError for an unknown `train`.
 */
export function fireworksChatFormat(
  options: FireworksChatOptions<Conversation> = {},
): RowFormat<FireworksChatRow> {
  readTrainedTurns(options.train);
  const hasRowWeights = options.rowWeight !== undefined;
  return {
    title: fireworksChatTitle,
    training:
      'Upload the JSON lines as they are: answers of weight 0 are context, those of weight 1 are trained.',
    columns: columnsOf(hasRowWeights),
    checks: checksOf(hasRowWeights),
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toFireworksChat(conversation, options)),
  };
}

/**
 * Checks rows of {@link toFireworksChat}, also those from elsewhere, before they are uploaded:
 * roles, weights of messages and rows, something to train, no trained text that is empty, no further
 * column, three rows.
 */
export function validateFireworksChat(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateFireworksOptions = {},
): Promise<ValidationReport> {
  const { hasRowWeights = false, ...rest } = options;
  const [columns, checks] = [columnsOf(hasRowWeights), checksOf(hasRowWeights)];
  return validateRows(rows, { ...rest, columns, checks });
}

/** A weight read from a file may be a number that keeps its text, such as `2.0`. */
function checkRowWeight(weight: number | null | undefined, report: ReportProblem): void {
  const isMissing = weight === null || weight === undefined;
  if (!isMissing && Number(weight) !== 0) return;
  const problem = isMissing
    ? 'the row has no weight, expected one in all rows or in none'
    : 'the row is not trained, expected another weight than 0';
  report({ rule: 'row-weight', field: 'weight', problem });
}
