import type { ChatMessage } from '../../core/chat-message.js';
import { type Columns, messagesColumn } from '../columns.js';
import { visibleText } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { type PreferencePairOptions, toPreferencePairs } from '../samples/to-preference-pairs.js';
import { checkMessages } from '../validation/message-checks.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { axolotlCompanion, messageFields } from './axolotl-settings.js';
import {
  type AxolotlPreferenceRow,
  axolotlPreferenceTitle,
  toAxolotlPreference,
} from './to-axolotl-preference.js';

const columns: Columns = {
  messages: messagesColumn,
  chosen: { struct: { role: 'string', content: 'string' } },
  rejected: { struct: { role: 'string', content: 'string' } },
};

const checks: RowChecks<AxolotlPreferenceRow> = {
  check: ({ messages, chosen, rejected }, report) => {
    const isTrained = (): boolean => false;
    checkMessages(messages, report, { alternates: true, lastRole: 'user', isTrained });
    checkAnswer(chosen, 'chosen', report);
    checkAnswer(rejected, 'rejected', report);
    if (chosen.content.trim() === rejected.content.trim()) {
      const problem = 'expected another answer than the chosen one, got the same';
      report({ rule: 'equal-answers', field: 'rejected.content', problem });
    }
  },
  // The longer side decides whether a row fits.
  texts: ({ messages, chosen, rejected }) => [
    ...messages.map(({ content }) => content),
    chosen.content.length > rejected.content.length ? chosen.content : rejected.content,
  ],
};

function checkAnswer({ role, content }: ChatMessage, field: string, report: ReportProblem): void {
  if (role !== 'assistant') {
    const problem = `the role is ${JSON.stringify(role)}, expected assistant`;
    report({ rule: 'unknown-role', field: `${field}.role`, problem });
  }
  if (content.trim() === '') {
    const problem = 'expected a text, got an empty one';
    report({ rule: 'empty-message', field: `${field}.content`, problem });
  } else if (content.trim() !== content) {
    const problem =
      'expected no white space at the ends: with a chat template that trims, the last character alone would be trained';
    report({ rule: 'white-space', field: `${field}.content`, problem, severity: 'warning' });
  }
}

const dataset = {
  type: 'chat_template.default',
  ...messageFields,
  field_chosen: 'chosen',
  field_rejected: 'rejected',
} as const;

/**
 * Makes the format {@link toAxolotlPreference} for `writeDataset`, of the pairs of
 * `toPreferencePairs`. Beside the rows it writes `training.yaml` with the entries of the files.
 */
export function axolotlPreferenceFormat(
  options: PreferencePairOptions = {},
): RowFormat<AxolotlPreferenceRow> {
  const { answerText = visibleText } = options;
  const trimmed: PreferencePairOptions = {
    ...options,
    // Answers that differ in white space alone are no pair here.
    answerText: (prediction) => answerText(prediction).trim(),
  };
  return {
    title: axolotlPreferenceTitle,
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => toPreferencePairs(conversations, trimmed).map(toAxolotlPreference),
    companions: (rows) => [axolotlCompanion(dataset, { rl: 'dpo' }, rows)],
  };
}

/**
 * Checks rows of {@link toAxolotlPreference}, also those from elsewhere, before they are used: a
 * prompt that ends with the user, two different answers of the assistant that are not empty and,
 * as a warning, have no white space at their ends.
 */
export function validateAxolotlPreference(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
