import type { Columns } from '../columns.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { chatTexts, checkChat, llamaFactoryMessages } from './check-chat.js';
import {
  type LlamaFactoryShareGPTRow,
  toLlamaFactoryShareGPT,
} from './to-llama-factory-sharegpt.js';
import { llamaFactoryCompanions } from './training-settings.js';

const columns: Columns = { conversations: llamaFactoryMessages, system: 'string' };

const checks: RowChecks<LlamaFactoryShareGPTRow> = {
  check: ({ conversations }, report) => checkChat(conversations, 'gpt', report),
  texts: ({ conversations, system }) => [system ?? '', ...chatTexts(conversations)],
};

/**
 * Makes the format {@link toLlamaFactoryShareGPT} for `writeDataset`. Beside the rows it writes
 * `dataset_info.json` and `training.yaml` with the `mask_history` that the choice of `train` needs.
 *
 * @throws TypeError for an unknown `train`.
 */
export function llamaFactoryShareGPTFormat(
  options: TrainingOptions = {},
): RowFormat<LlamaFactoryShareGPTRow> {
  const train = readTrainedTurns(options.train);
  return {
    title: 'LLaMA-Factory ShareGPT',
    training:
      'Train with LLaMA-Factory and the settings beside the rows: `mask_history` there decides what is trained.',
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toLlamaFactoryShareGPT(conversation, options)),
    companions: (rows) => llamaFactoryCompanions('sharegpt', rows, train),
  };
}

/** Checks rows of {@link toLlamaFactoryShareGPT}, also those from elsewhere, before they are used. */
export function validateLlamaFactoryShareGPT(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
