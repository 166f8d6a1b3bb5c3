import { type Columns, messagesColumn } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import {
  type TrlPromptCompletionRow,
  toTrlPromptCompletion,
  trlPromptCompletionTitle,
} from './to-trl-prompt-completion.js';
import { checkTrlAnswer, checkTrlPrompt } from './trl-checks.js';
import { trlCompanion } from './trl-settings.js';

const columns: Columns = { prompt: messagesColumn, completion: messagesColumn };

const checks: RowChecks<TrlPromptCompletionRow> = {
  check: ({ prompt, completion }, report) => {
    checkTrlPrompt(prompt, report);
    checkTrlAnswer(completion, 'completion', report);
  },
  texts: ({ prompt, completion }) => contentsOf([...prompt, ...completion]),
};

// The mask of answers would be laid over that of the completion, and needs a template that has it.
const settings = { completion_only_loss: true, assistant_only_loss: false };

/**
 * Makes the format {@link toTrlPromptCompletion} for `writeDataset`. Beside the rows it writes
 * `training.yaml` with the loss that they need.
 *
 * @throws TypeError for an unknown `train`.
 */
export function trlPromptCompletionFormat(
  options: TrainingOptions = {},
): RowFormat<TrlPromptCompletionRow> {
  readTrainedTurns(options.train);
  return {
    title: trlPromptCompletionTitle,
    training:
      "Train with TRL's `SFTTrainer`: the loss is on `completion` alone, which is its default for these columns.",
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toTrlPromptCompletion(conversation, options)),
    companions: (rows) => [trlCompanion('sft', settings, rows)],
  };
}

/**
 * Checks rows of {@link toTrlPromptCompletion}, also those from elsewhere, before they are used: a
 * prompt that ends with the user, a completion of assistant messages that are not empty, no column
 * of another type of dataset.
 */
export function validateTrlPromptCompletion(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
