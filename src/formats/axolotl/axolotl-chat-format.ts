import type { Columns } from '../columns.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import { checkMessages } from '../validation/message-checks.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { axolotlCompanion, messageFields } from './axolotl-settings.js';
import { checkTrainFlags } from './check-train-flags.js';
import { type AxolotlChatRow, axolotlChatTitle, toAxolotlChat } from './to-axolotl-chat.js';

const columns: Columns = {
  messages: { list: { struct: { role: 'string', content: 'string', train: 'bool' } } },
};

const checks: RowChecks<AxolotlChatRow> = {
  check: ({ messages }, report) => {
    const isTrained = ({ train }: AxolotlChatRow['messages'][number]): boolean => train === true;
    checkMessages(messages, report, { alternates: true, lastRole: 'assistant', isTrained });
    const flags = (messages ?? []).map(({ role, train }, index) => {
      return { role, train, field: `messages[${index}].train` };
    });
    checkTrainFlags(flags, report);
  },
  texts: ({ messages }) => messages.map(({ content }) => content),
};

const dataset = {
  type: 'chat_template',
  ...messageFields,
  message_field_training: 'train',
  // A message without a flag is not trained.
  roles_to_train: [],
  // The token that ends a message is trained where the message is. It must not be left empty: with
  // empty roles that would mean to train the last message, whatever its flag.
  train_on_eos: 'turn',
} as const;

/**
 * Makes the format {@link toAxolotlChat} for `writeDataset`. Beside the rows it writes
 * `training.yaml` with the configuration that makes the flags count.
 *
 * @throws TypeError for an unknown `train`.
 */
export function axolotlChatFormat(options: TrainingOptions = {}): RowFormat<AxolotlChatRow> {
  readTrainedTurns(options.train);
  return {
    title: axolotlChatTitle,
    training:
      'Train with Axolotl and the settings beside the rows: without them the flags `train` count for nothing.',
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toAxolotlChat(conversation, options)),
    companions: (rows) => [axolotlCompanion(dataset, { train_on_inputs: false }, rows)],
  };
}

/**
 * Checks rows of {@link toAxolotlChat}, also those from elsewhere, before they are used: roles
 * that alternate, the last one, a flag on every message, something to train, no trained message
 * that is empty or, as a warning, of others than the assistant.
 */
export function validateAxolotlChat(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
