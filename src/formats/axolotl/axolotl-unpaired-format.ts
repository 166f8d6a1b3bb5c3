import { optionError } from '../../errors/option-error.js';
import { checkTexts } from '../check-texts.js';
import type { Columns } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import { type RatedAnswerOptions, toRatedAnswers } from '../samples/to-rated-answers.js';
import { createLabelCheck } from '../validation/one-label.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { axolotlCompanion } from './axolotl-settings.js';
import {
  type AxolotlUnpairedRow,
  axolotlUnpairedTitle,
  toAxolotlUnpaired,
} from './to-axolotl-unpaired.js';

/** Options of {@link axolotlUnpairedFormat}. */
export interface AxolotlUnpairedOptions extends RatedAnswerOptions {
  /**
   * The chat format of the model. Axolotl does not use the tokenizer's chat template for KTO: it
   * has a type of dataset for each of these.
   * @defaultValue 'chatml'
   */
  readonly chatFormat?: 'chatml' | 'llama3' | undefined;
}

const columns: Columns = {
  system: 'string',
  prompt: 'string',
  completion: 'string',
  label: 'bool',
};

const checks: RowChecks<AxolotlUnpairedRow> = {
  check: (row, report) => {
    const label: boolean | null = row.label;
    checkTexts(row, ['prompt', 'completion'], report);
    if (label === null) {
      report({ rule: 'label', field: 'label', problem: 'expected true or false, got null' });
    }
  },
  createFileCheck: () => createLabelCheck('label', (row) => row.label),
  texts: ({ system, prompt, completion }) => [system, prompt, completion],
};

/**
 * Makes the format {@link toAxolotlUnpaired} for `writeDataset`, of the first answer of every
 * sample: the prompt of an answer to feedback has several messages, which this format cannot hold.
 * Beside the rows it writes `training.yaml` with the entries of the files.
 *
 * @throws TypeError for an unknown `chatFormat`.
 */
export function axolotlUnpairedFormat(
  options: AxolotlUnpairedOptions = {},
): RowFormat<AxolotlUnpairedRow> {
  const { chatFormat = 'chatml' } = options;
  if (chatFormat !== 'chatml' && chatFormat !== 'llama3') {
    throw optionError('chatFormat', "'chatml' or 'llama3'", chatFormat);
  }
  // Axolotl's own KTO types are used instead of `user_defined`, which fails in versions before the
  // fix of its issue 2757 and knows no end of a message.
  const dataset = { type: `${chatFormat}.ultra` };
  const settings = { rl: 'kto', remove_unused_columns: false };
  return {
    title: axolotlUnpairedTitle,
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => {
      const attempts = conversations.map((conversation) => {
        return { ...conversation, turns: conversation.turns.slice(0, 1) };
      });
      return toRatedAnswers(attempts, options).map(toAxolotlUnpaired);
    },
    companions: (rows) => [axolotlCompanion(dataset, settings, rows)],
  };
}

/**
 * Checks rows of {@link toAxolotlUnpaired}, also those from elsewhere, before they are used:
 * texts that are not empty and a label that is a boolean.
 */
export function validateAxolotlUnpaired(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
