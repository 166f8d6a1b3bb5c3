import { isJsonObject } from '../../values/is-json-object.js';
import { parseJson } from '../../values/parse-json.js';
import { type Columns, messagesColumn } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import { requireOnePrompt } from '../samples/require-one-task.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { computeScoreFile } from './compute-score-file.js';
import { checkGroundTruth, checkPrompt } from './ground-truth-checks.js';
import { requireTruth } from './rewarded-problem.js';
import { toVerifiers, type VerifiersRow, verifiersTitle } from './to-verifiers.js';

/** The columns of {@link VerifiersRow}. */
const verifiersColumns: Columns = {
  prompt: messagesColumn,
  answer: 'string',
  info: 'string',
  example_id: 'int64',
};

/** What rows for verifiers have to fulfil. */
const verifiersChecks: RowChecks<VerifiersRow> = {
  check(row, report) {
    checkPrompt(row.prompt, report);
    checkGroundTruth(groundTruthOf(row.info), 'info', report);
  },
  texts: ({ prompt }) => prompt.map(({ content }) => content),
};

function groundTruthOf(info: string | null): string | undefined {
  try {
    const value = parseJson(info ?? '');
    const text = isJsonObject(value) ? value.ground_truth : undefined;
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes rows for verifiers with `writeDataset`: one a task, however often it was sampled, and the
 * file `compute_score.py` with the reward.
 */
export function verifiersFormat(): RowFormat<VerifiersRow> {
  return {
    title: verifiersTitle,
    training:
      'Load as the data of a verifiers environment whose rubric asks a running `serveRewards`; `answer` is what it takes to verify.',
    takes: 'samples',
    columns: verifiersColumns,
    checks: verifiersChecks,
    toRows(conversations) {
      requireOnePrompt(conversations);
      requireTruth(conversations, verifiersTitle);
      return conversations.slice(0, 1).map((conversation) => toVerifiers(conversation));
    },
    companions: () => [computeScoreFile],
  };
}

/** Checks rows for verifiers: types, the role that ends the prompt, and whether replies can be scored. */
export function validateVerifiers(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  const columns = verifiersColumns;
  return validateRows<VerifiersRow>(rows, { ...options, columns, checks: verifiersChecks });
}
