import { checkTexts } from '../check-texts.js';
import type { Columns } from '../columns.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { type LlamaFactoryAlpacaRow, toLlamaFactoryAlpaca } from './to-llama-factory-alpaca.js';
import { llamaFactoryCompanions } from './training-settings.js';

const columns: Columns = {
  instruction: 'string',
  input: 'string',
  output: 'string',
  system: 'string',
  history: { list: { list: 'string' } },
};

const checks: RowChecks<LlamaFactoryAlpacaRow> = {
  check: (row, report) => {
    checkTexts(row, ['instruction', 'output'], report);
    for (const [index, pair] of (row.history ?? []).entries()) {
      const field = `history[${index}]`;
      if (pair?.length !== 2) {
        const problem = `expected a pair of message and answer, got ${pair?.length ?? 0} texts`;
        report({ rule: 'history-pair', field, problem });
      } else checkTexts({ [`${field}[1]`]: pair[1] }, [`${field}[1]`], report, 'warning');
    }
  },
  texts: ({ instruction, input, output, system, history }) => [
    system ?? '',
    ...(history ?? []).flatMap((pair) => pair ?? []),
    [instruction, input].filter((text) => (text ?? '') !== '').join('\n'),
    output ?? '',
  ],
};

/**
 * Makes the format {@link toLlamaFactoryAlpaca} for `writeDataset`. Beside the rows it writes
 * `dataset_info.json` and `training.yaml` with the `mask_history` that the choice of `train` needs.
 *
 * @throws TypeError for an unknown `train`.
 */
export function llamaFactoryAlpacaFormat(
  options: TrainingOptions = {},
): RowFormat<LlamaFactoryAlpacaRow> {
  const train = readTrainedTurns(options.train);
  return {
    title: 'LLaMA-Factory alpaca',
    training:
      'Train with LLaMA-Factory and the settings beside the rows: `mask_history` there decides what is trained.',
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toLlamaFactoryAlpaca(conversation, options)),
    companions: (rows) => llamaFactoryCompanions('alpaca', rows, train),
  };
}

/** Checks rows of {@link toLlamaFactoryAlpaca}, also those from elsewhere, before they are used. */
export function validateLlamaFactoryAlpaca(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
