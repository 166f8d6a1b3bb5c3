import type { Columns } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import { checkMessages, type MessageChecks } from '../validation/message-checks.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { checkWeights, isTrainedAnswer } from './check-weights.js';
import { type OpenAIChatRow, openAIChatTitle, toOpenAIChat } from './to-openai-chat.js';
import { weightedMessagesColumn } from './weighted-messages.js';

const columns: Columns = { messages: weightedMessagesColumn };

const messageChecks: MessageChecks = {
  roles: ['system', 'user', 'assistant', 'tool', 'function'],
  systemFirstOnly: true,
  lastRole: 'assistant',
  isTrained: isTrainedAnswer,
};

const checks: RowChecks<OpenAIChatRow> = {
  check: ({ messages }, report) => {
    checkMessages(messages, report, messageChecks);
    checkWeights(messages, 'assistant', report);
  },
  texts: ({ messages }) => contentsOf(messages),
  minimumRows: 10,
};

/**
 * Makes the format {@link toOpenAIChat} for `writeDataset`.
 *
 * @throws TypeError for an unknown `train`.
 */
export function openAIChatFormat(options: TrainingOptions = {}): RowFormat<OpenAIChatRow> {
  readTrainedTurns(options.train);
  return {
    title: openAIChatTitle,
    training:
      'Upload the JSON lines as they are: answers of weight 0 are context, those of weight 1 are trained. Azure and Fireworks read the same rows.',
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toOpenAIChat(conversation, options)),
  };
}

/**
 * Checks rows of {@link toOpenAIChat}, also those from elsewhere, before they are uploaded: roles,
 * the last one (which Azure wants to be the assistant), weights and where they are, something to
 * train, no trained text that is empty, no further column, ten rows.
 */
export function validateOpenAIChat(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
