import { type Columns, messagesColumn } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import { type PreferencePairOptions, toPreferencePairs } from '../samples/to-preference-pairs.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import {
  type ValidateOptions,
  type ValidationReport,
  validateRows,
} from '../validation/validate-rows.js';
import {
  checkContent,
  checkKeys,
  checkMessages,
  contentsOf,
  type ForeignMessage,
} from './check-messages.js';
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
    checkKeys(row, Object.keys(columns), report);
    const rules = { field: 'input.messages', roles, last: 'user', weighted: 'none' } as const;
    checkMessages(input?.messages, rules, report);
    checkOutput(preferred, 'preferred_output', report);
    checkOutput(other, 'non_preferred_output', report);
    const content = preferred?.[0]?.content;
    if (content != null && content === other?.[0]?.content) {
      const problem = 'expected another text than the preferred one';
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
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => toPreferencePairs(conversations, options).map(toOpenAIPreference),
  };
}

/**
 * Checks rows of {@link toOpenAIPreference}, also those from elsewhere, before they are uploaded:
 * one assistant message in each output, two different ones, a prompt that ends with the user, no
 * empty text, no unknown key (such as the older `preferred_completion`), ten rows.
 */
export function validateOpenAIPreference(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}

function checkOutput(
  output: readonly ForeignMessage[] | null | undefined,
  field: string,
  report: ReportProblem,
): void {
  const [message, ...others] = output ?? [];
  if (output?.length !== 1) {
    const problem = `expected exactly one message, got ${message == null ? 0 : others.length + 1}`;
    report({ rule: 'one-output', field, problem });
  }
  if (message == null) return;
  if (message.role !== 'assistant') {
    const problem = `expected assistant, got ${message.role ?? 'nobody'}`;
    report({ rule: 'role', field: `${field}[0].role`, problem });
  }
  checkContent(message.content, `${field}[0].content`, report);
}
