import type { Columns } from '../columns.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import type { RowChecks } from '../validation/row-checks.js';
import {
  type ValidateOptions,
  type ValidationReport,
  validateRows,
} from '../validation/validate-rows.js';
import { checkKeys, checkMessages, checkTrained, contentsOf } from './check-messages.js';
import { type OpenAIChatRow, openAIChatTitle, toOpenAIChat } from './to-openai-chat.js';

const columns: Columns = {
  messages: { list: { struct: { role: 'string', content: 'string', weight: 'int64' } } },
};

const keys = ['messages', 'tools', 'parallel_tool_calls', 'functions'];
const roles = ['system', 'user', 'assistant', 'tool', 'function'];

const checks: RowChecks<OpenAIChatRow> = {
  check: (row, report) => {
    const { messages } = row;
    checkKeys(row, keys, report);
    const last = 'assistant';
    checkMessages(messages, { field: 'messages', roles, last, weighted: 'assistant' }, report);
    checkTrained(messages, report);
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
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toOpenAIChat(conversation, options)),
  };
}

/**
 * Checks rows of {@link toOpenAIChat}, also those from elsewhere, before they are uploaded: roles,
 * the last one (which Azure wants to be the assistant), weights and where they are, something to
 * train, no empty text, no unknown key, ten rows.
 */
export function validateOpenAIChat(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
