import { type Columns, messagesColumn } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import { checkMessages } from '../validation/message-checks.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import {
  type TrlLanguageModellingRow,
  toTrlLanguageModelling,
  trlLanguageModellingTitle,
} from './to-trl-language-modelling.js';
import { trlCompanion } from './trl-settings.js';

const columns: Columns = { messages: messagesColumn };

const checks: RowChecks<TrlLanguageModellingRow> = {
  check: ({ messages }, report) => {
    checkMessages(messages, report, { alternates: true, lastRole: 'assistant' });
  },
  texts: ({ messages }) => contentsOf(messages),
};

/**
 * Makes the format {@link toTrlLanguageModelling} for `writeDataset`. Beside the rows it writes
 * `training.yaml` with the `assistant_only_loss` that they need.
 *
 * @throws TypeError for an unknown `train`.
 */
export function trlLanguageModellingFormat(
  options: TrainingOptions = {},
): RowFormat<TrlLanguageModellingRow> {
  readTrainedTurns(options.train);
  return {
    title: trlLanguageModellingTitle,
    training:
      "Train with TRL's `SFTTrainer`: set `assistant_only_loss`, or prompts and feedback are trained, too.",
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toTrlLanguageModelling(conversation, options)),
    companions: (rows) => [trlCompanion('sft', { assistant_only_loss: true }, rows)],
  };
}

/**
 * Checks rows of {@link toTrlLanguageModelling}, also those from elsewhere, before they are used:
 * roles that alternate, the last one, no empty answer, no column of another type of dataset.
 */
export function validateTrlLanguageModelling(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
