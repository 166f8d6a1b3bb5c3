import type { Columns } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import { type PreferencePairOptions, toPreferencePairs } from '../samples/to-preference-pairs.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import {
  chatTexts,
  checkAnswer,
  checkChat,
  llamaFactoryMessage,
  llamaFactoryMessages,
} from './check-chat.js';
import { type LlamaFactoryRankingRow, toLlamaFactoryRanking } from './to-llama-factory-ranking.js';
import { llamaFactoryCompanions } from './training-settings.js';

const columns: Columns = {
  conversations: llamaFactoryMessages,
  chosen: llamaFactoryMessage,
  rejected: llamaFactoryMessage,
  system: 'string',
};

const checks: RowChecks<LlamaFactoryRankingRow> = {
  check: ({ conversations, chosen, rejected }, report) => {
    checkChat(conversations, 'human', report);
    checkAnswer(chosen, 'chosen', report);
    checkAnswer(rejected, 'rejected', report);
    if (chosen !== null && chosen?.value === rejected?.value) {
      const problem = 'expected different answers, chosen and rejected are the same';
      report({ rule: 'equal-answers', field: 'rejected.value', problem });
    }
  },
  // The longer side decides whether a row fits.
  texts: ({ conversations, chosen, rejected, system }) => [
    system ?? '',
    ...chatTexts(conversations),
    longerText(chosen?.value ?? '', rejected?.value ?? ''),
  ],
};

function longerText(a: string, b: string): string {
  return a.length > b.length ? a : b;
}

/**
 * Makes the format {@link toLlamaFactoryRanking} for `writeDataset`, of the pairs that
 * `toPreferencePairs` makes. Beside the rows it writes `dataset_info.json` and `training.yaml`.
 */
export function llamaFactoryRankingFormat(
  options: PreferencePairOptions = {},
): RowFormat<LlamaFactoryRankingRow> {
  return {
    title: 'LLaMA-Factory ranking',
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) =>
      toPreferencePairs(conversations, options).map((pair) => toLlamaFactoryRanking(pair)),
    companions: (rows) => llamaFactoryCompanions('ranking', rows),
  };
}

/** Checks rows of {@link toLlamaFactoryRanking}, also those from elsewhere, before they are used. */
export function validateLlamaFactoryRanking(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
