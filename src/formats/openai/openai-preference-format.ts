import { type Columns, messagesColumn } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { RowFormat } from '../row-format.js';
import { type PreferencePairOptions, toPreferencePairs } from '../samples/to-preference-pairs.js';
import { checkMessages } from '../validation/message-checks.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import type { ForeignMessage } from './check-weights.js';
import { promptChecks } from './prompt-checks.js';
import {
  type OpenAIPreferenceRow,
  openAIPreferenceTitle,
  toOpenAIPreference,
} from './to-openai-preference.js';

const columns: Columns = {
  input: { struct: { messages: messagesColumn } },
  preferred_output: messagesColumn,
  non_preferred_output: messagesColumn,
};

const roles = ['system', 'user', 'assistant', 'tool'];

const checks: RowChecks<OpenAIPreferenceRow> = {
  check: (row, report) => {
    const { input, preferred_output: preferred, non_preferred_output: other } = row;
    checkMessages(input?.messages, report, { ...promptChecks, field: 'input.messages', roles });
    checkOutput(preferred, 'preferred_output', report);
    checkOutput(other, 'non_preferred_output', report);
    const text = preferred?.[0]?.content;
    if (typeof text === 'string' && text === other?.[0]?.content) {
      const problem = 'it is equal to the preferred output, expected another text';
      report({ rule: 'equal-outputs', field: 'non_preferred_output[0].content', problem });
    }
  },
  // The longer side decides whether a row fits.
  texts: ({ input, preferred_output: preferred, non_preferred_output: other }) => {
    const [a = '', b = ''] = [...contentsOf(preferred), ...contentsOf(other)];
    return [...contentsOf(input?.messages), a.length > b.length ? a : b];
  },
  minimumRows: 10,
};

/**
 * Makes the format {@link toOpenAIPreference} for `writeDataset`, of the pairs that
 * `toPreferencePairs` makes.
 */
export function openAIPreferenceFormat(
  options: PreferencePairOptions = {},
): RowFormat<OpenAIPreferenceRow> {
  return {
    title: openAIPreferenceTitle,
    training: 'Upload the JSON lines for fine-tuning by direct preference optimization.',
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => toPreferencePairs(conversations, options).map(toOpenAIPreference),
  };
}

/**
 * Checks rows of {@link toOpenAIPreference}, also those from elsewhere, before they are uploaded:
 * one assistant message in each output, two different ones, a prompt that ends with the user, no
 * empty output, no further column (such as the older `preferred_completion`), ten rows.
 */
export function validateOpenAIPreference(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}

function checkOutput(
  output: readonly (ForeignMessage | null)[] | null | undefined,
  field: string,
  report: ReportProblem,
): void {
  if (output?.length === 1) {
    checkMessages(output, report, { field, roles: ['assistant'] });
    return;
  }
  const problem = `there are ${output?.length ?? 0} messages, expected exactly one`;
  report({ rule: 'one-output', field, problem });
}
