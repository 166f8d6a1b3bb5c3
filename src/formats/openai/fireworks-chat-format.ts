import type { Conversation } from '../../core/conversation.js';
import type { Columns } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import type { RowChecks } from '../validation/row-checks.js';
import {
  type ValidateOptions,
  type ValidationReport,
  validateRows,
} from '../validation/validate-rows.js';
import { checkKeys, checkMessages, checkTrained, contentsOf } from './check-messages.js';
import {
  type FireworksChatOptions,
  type FireworksChatRow,
  fireworksChatTitle,
  toFireworksChat,
} from './to-fireworks-chat.js';

/** How rows for Fireworks are checked. */
export interface ValidateFireworksOptions extends ValidateOptions {
  /**
   * Whether the rows have a weight as a whole: all of them, or none.
   * @defaultValue false
   */
  readonly hasRowWeights?: boolean | undefined;
}

const roles = ['system', 'user', 'assistant', 'tool'];

function columnsOf(hasRowWeights: boolean): Columns {
  const messages = {
    list: { struct: { role: 'string', content: 'string', weight: 'int64' } },
  } as const;
  return hasRowWeights ? { messages, weight: 'float64' } : { messages };
}

function checksOf(hasRowWeights: boolean): RowChecks<FireworksChatRow> {
  const keys = hasRowWeights ? ['messages', 'tools', 'weight'] : ['messages', 'tools'];
  return {
    check: (row, report) => {
      const { messages, weight } = row;
      checkKeys(row, keys, report);
      const last = 'assistant';
      checkMessages(messages, { field: 'messages', roles, last, weighted: 'assistant' }, report);
      checkTrained(messages, report);
      if (!hasRowWeights) return;
      const problem =
        weight == null
          ? 'expected a number, for all rows have a weight or none'
          : 'expected a number other than 0, which trains nothing';
      if (weight == null || weight === 0) report({ rule: 'row-weight', field: 'weight', problem });
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
    columns: columnsOf(hasRowWeights),
    checks: checksOf(hasRowWeights),
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toFireworksChat(conversation, options)),
  };
}

/**
 * Checks rows of {@link toFireworksChat}, also those from elsewhere, before they are uploaded:
 * roles, weights of messages and rows, something to train, no empty text, no unknown key, three
 * rows.
 */
export function validateFireworksChat(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateFireworksOptions = {},
): Promise<ValidationReport> {
  const { hasRowWeights = false, ...rest } = options;
  const [columns, checks] = [columnsOf(hasRowWeights), checksOf(hasRowWeights)];
  return validateRows(rows, { ...rest, columns, checks });
}
