import type { Conversation, ConversationOutcome } from '../../core/conversation.js';
import type { Direction } from '../../core/task.js';
import { stringifyJson } from '../../values/stringify-json.js';
import type { Columns } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { fromRecord, toRecord } from './conversation-record.js';

/** The canonical row with columns to filter by; the values of a task fit no column of one type. */
export interface RecordRow {
  /** The id of the task. */
  readonly id: string;
  readonly function_id: string;
  readonly direction: Direction;
  readonly outcome: ConversationOutcome;
  /** How many attempts there were. */
  readonly turns: number;
  /** The model of the first attempt. */
  readonly model: string;
  /** Which of several samples of the same task this is. */
  readonly sample: number;
  readonly category: string | null;
  /** The whole conversation as JSON text: see `fromRecord`. */
  readonly record: string;
}

const columns: Columns = {
  id: 'string',
  function_id: 'string',
  direction: 'string',
  outcome: 'string',
  turns: 'int64',
  model: 'string',
  sample: 'int64',
  category: 'string',
  record: 'string',
};

const checks: RowChecks<RecordRow> = {
  check: (row, report) => {
    try {
      const { task, outcome } = fromRecord(row);
      if (row.id !== task.id) reportDifference('id', task.id, row.id);
      if (row.outcome !== outcome) reportDifference('outcome', outcome, row.outcome);
    } catch (error) {
      report({ rule: 'record', field: 'record', problem: (error as Error).message });
    }
    function reportDifference(field: string, expected: string, came: string): void {
      const problem = `expected ${expected} as in the record, got ${came}`;
      report({ rule: 'record', field, problem });
    }
  },
};

/**
 * Makes the format of canonical rows for `writeDataset`: the whole conversation as one JSON text,
 * and columns to filter by, so that it has a place in Parquet files, too. Rows that are kept as
 * JSON lines alone do better with `toRecord`.
 */
export function recordFormat(): RowFormat<RecordRow> {
  return {
    title: 'canonical records',
    training:
      'Not for training: every other format can be made of these with `readRecords` or `fromRecord`.',
    columns,
    checks,
    toRows: (conversations) => conversations.map(toRow),
  };
}

/** Checks rows of {@link recordFormat}. */
export function validateRecords(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}

function toRow(conversation: Conversation): RecordRow {
  const { task, turns, outcome } = conversation;
  const first = turns[0]?.prediction;
  return {
    id: task.id,
    function_id: task.function.id,
    direction: task.direction,
    outcome,
    turns: turns.length,
    model: first?.modelId ?? '',
    sample: first?.sample ?? 0,
    category: task.function.category ?? null,
    record: stringifyJson(toRecord(conversation)),
  };
}
