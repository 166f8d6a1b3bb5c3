import type { Columns } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import { type RatedAnswerOptions, toRatedAnswers } from '../samples/to-rated-answers.js';
import { createLabelCheck } from '../validation/one-label.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { chatTexts, checkChat, llamaFactoryMessages } from './check-chat.js';
import {
  type LlamaFactoryUnpairedRow,
  toLlamaFactoryUnpaired,
} from './to-llama-factory-unpaired.js';
import { llamaFactoryCompanions } from './training-settings.js';

const columns: Columns = {
  conversations: llamaFactoryMessages,
  kto_tag: 'bool',
  system: 'string',
};

const checks: RowChecks<LlamaFactoryUnpairedRow> = {
  check: ({ conversations, kto_tag }, report) => {
    checkChat(conversations, 'gpt', report);
    if (kto_tag === null || kto_tag === undefined) {
      const problem = 'expected true or false, got nothing: the row would be skipped';
      report({ rule: 'kto-tag', field: 'kto_tag', problem });
    }
  },
  createFileCheck: () => createLabelCheck('kto_tag', (row) => row.kto_tag),
  texts: ({ conversations, system }) => [system ?? '', ...chatTexts(conversations)],
};

/**
 * Makes the format {@link toLlamaFactoryUnpaired} for `writeDataset`, of the answers that
 * `toRatedAnswers` rates. Beside the rows it writes `dataset_info.json` and `training.yaml`.
 */
export function llamaFactoryUnpairedFormat(
  options: RatedAnswerOptions = {},
): RowFormat<LlamaFactoryUnpairedRow> {
  return {
    title: 'LLaMA-Factory KTO',
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) =>
      toRatedAnswers(conversations, options).map((answer) => toLlamaFactoryUnpaired(answer)),
    companions: (rows) => llamaFactoryCompanions('unpaired', rows),
  };
}

/** Checks rows of {@link toLlamaFactoryUnpaired}, also those from elsewhere, before they are used. */
export function validateLlamaFactoryUnpaired(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
