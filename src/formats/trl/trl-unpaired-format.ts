import { type Columns, messagesColumn } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { RowFormat } from '../row-format.js';
import { type RatedAnswerOptions, toRatedAnswers } from '../samples/to-rated-answers.js';
import { createLabelCheck } from '../validation/one-label.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { type TrlUnpairedRow, toTrlUnpaired, trlUnpairedTitle } from './to-trl-unpaired.js';
import { checkTrlAnswer, checkTrlPrompt } from './trl-checks.js';

const columns: Columns = { prompt: messagesColumn, completion: messagesColumn, label: 'bool' };

const checks: RowChecks<TrlUnpairedRow> = {
  check: (row, report) => {
    const label: boolean | null = row.label;
    checkTrlPrompt(row.prompt, report);
    checkTrlAnswer(row.completion, 'completion', report);
    if (label === null) {
      report({ rule: 'label', field: 'label', problem: 'expected true or false, got null' });
    }
  },
  createFileCheck: () => createLabelCheck('label', (row) => row.label),
  texts: ({ prompt, completion }) => contentsOf([...prompt, ...completion]),
};

/** Makes the format {@link toTrlUnpaired} for `writeDataset`, of the answers of `toRatedAnswers`. */
export function trlUnpairedFormat(options: RatedAnswerOptions = {}): RowFormat<TrlUnpairedRow> {
  return {
    title: trlUnpairedTitle,
    training: "Train with TRL's `KTOTrainer`.",
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => toRatedAnswers(conversations, options).map(toTrlUnpaired),
  };
}

/**
 * Checks rows of {@link toTrlUnpaired}, also those from elsewhere, before they are used: a prompt
 * that ends with the user, a completion of assistant messages that are not empty, a label that is
 * a boolean, no column of another type of dataset.
 */
export function validateTrlUnpaired(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
