import { checkTexts } from './check-texts.js';
import type { Columns } from './columns.js';
import { readFeedback } from './recovery/read-feedback.js';
import type { RowFormat } from './row-format.js';
import { type CodeIORow, toCodeIO } from './to-codeio.js';
import type { RowChecks } from './validation/row-checks.js';
import { type ValidateOptions, validateRows } from './validation/validate-rows.js';
import type { ValidationReport } from './validation/validation-report.js';

const columns: Columns = {
  prompt: 'string',
  turn_1: 'string',
  feedback_1: 'string',
  turn_2: 'string',
  feedback_2: 'string',
};

const checks: RowChecks<CodeIORow> = {
  check: (row, report) => {
    checkTexts(row, ['prompt', 'feedback_1'], report);
    // A model may well say nothing, and be told so.
    checkTexts(row, ['turn_1'], report, 'warning');
    const hasTurn = (row.turn_2 ?? null) !== null;
    if (hasTurn !== ((row.feedback_2 ?? null) !== null)) {
      const field = hasTurn ? 'feedback_2' : 'turn_2';
      report({ rule: 'second-turn', field, problem: 'expected a text as in the other, got null' });
    } else if (hasTurn) {
      checkTexts(row, ['feedback_2'], report);
      checkTexts(row, ['turn_2'], report, 'warning');
      if (readFeedback(row.feedback_1 ?? '')?.status === 'correct') {
        const problem = 'expected no second turn after a right answer';
        report({ rule: 'second-turn', field: 'turn_2', problem, severity: 'warning' });
      }
    }
  },
  texts: ({ prompt, turn_1, feedback_1, turn_2, feedback_2 }) => [
    prompt ?? '',
    turn_1 ?? '',
    feedback_1 ?? '',
    turn_2 ?? '',
    feedback_2 ?? '',
  ],
};

/**
 * Makes the format {@link toCodeIO} for `writeDataset`. The five fields hold all turns; what is
 * trained is up to the reader of the rows.
 */
export function codeIOFormat(): RowFormat<CodeIORow> {
  return {
    title: 'CodeI/O',
    training:
      'The five fields of the published data. CodeI/O++ joins the turns to one response before training.',
    columns,
    checks,
    toRows: (conversations) => conversations.map((conversation) => toCodeIO(conversation)),
  };
}

/** Checks rows of the five-field format, also published ones. */
export function validateCodeIO(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
