import { type Columns, messagesColumn } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { RowFormat } from '../row-format.js';
import { type PreferencePairOptions, toPreferencePairs } from '../samples/to-preference-pairs.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { type TrlPreferenceRow, toTrlPreference, trlPreferenceTitle } from './to-trl-preference.js';
import { checkTrlAnswer, checkTrlPrompt } from './trl-checks.js';

const columns: Columns = {
  prompt: messagesColumn,
  chosen: messagesColumn,
  rejected: messagesColumn,
};

const checks: RowChecks<TrlPreferenceRow> = {
  check: ({ prompt, chosen, rejected }, report) => {
    checkTrlPrompt(prompt, report);
    checkTrlAnswer(chosen, 'chosen', report);
    checkTrlAnswer(rejected, 'rejected', report);
    if (joined(chosen) === joined(rejected)) {
      const problem = 'expected another answer than the chosen one, got the same';
      report({ rule: 'equal-answers', field: 'rejected', problem });
    }
  },
  // The longer side decides whether a row fits.
  texts: ({ prompt, chosen, rejected }) => {
    const longer = joined(chosen).length > joined(rejected).length ? chosen : rejected;
    return contentsOf([...prompt, ...longer]);
  },
};

function joined(answer: TrlPreferenceRow['chosen']): string {
  return contentsOf(answer).join('\n');
}

/** Makes the format {@link toTrlPreference} for `writeDataset`, of the pairs of `toPreferencePairs`. */
export function trlPreferenceFormat(
  options: PreferencePairOptions = {},
): RowFormat<TrlPreferenceRow> {
  return {
    title: trlPreferenceTitle,
    training:
      "Train with TRL's `DPOTrainer` and others that take preferences with an explicit prompt.",
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => toPreferencePairs(conversations, options).map(toTrlPreference),
  };
}

/**
 * Checks rows of {@link toTrlPreference}, also those from elsewhere, before they are used: a
 * prompt that ends with the user, two different answers of the assistant that are not empty, no
 * column of another type of dataset.
 */
export function validateTrlPreference(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
