import { createKeyTable } from '../../journal/key-table.js';
import { contentHash } from '../../values/content-hash.js';
import { stringifyJson } from '../../values/stringify-json.js';
import { createColumnCheck, isObject } from './check-columns.js';
import { describe } from './describe.js';
import { createFindingList } from './finding-list.js';
import { firstNull } from './first-null.js';
import type { ReportProblem } from './row-checks.js';
import { textsOf } from './texts-of.js';
import { createTokenGatherer } from './token-histogram.js';
import type { ValidationReport } from './validation-report.js';
import { type RowValidatorOptions, readSettings } from './validation-settings.js';

/** Takes rows one by one and sums up what was wrong with them. */
export interface RowValidator {
  /** Checks the next row. */
  add(row: unknown): void;
  /** Counts a row that could not be read, with the reason. */
  addUnreadable(problem: string): void;
  /** Counts an empty line, which is no row, so that later rows are named by their lines. */
  skipLine(): void;
  /** Sums up the rows so far; more may follow. */
  report(): ValidationReport;
}

/**
 * What the `datasets` library (5.0, tried) looks at before it settles the type of a column: 1,000
 * rows of a generator, 10 MiB of a file of JSON lines.
 */
const [firstRows, firstBytes] = [1000, 10 * 2 ** 20];

/**
 * Makes a validator of rows. For every format it finds rows that are no objects (`not-an-object`),
 * columns that are missing or unknown (`missing-column`, `unknown-column`), values of another type
 * (`column-type`, with the path) or that no file can carry (`not-json`, `broken-text`), too few
 * rows (`too-few-rows`), rows over `maxTokens` (`too-many-tokens`) and, as warnings, rows that are
 * equal (`duplicate`) and columns that are null in the first 1,000 rows, or 10 MiB, but not later
 * (`null-at-first`). Memory: some 30 bytes per row.
 *
 * @throws TypeError naming an option that is not as expected.
 */
export function createRowValidator<Row extends object = object>(
  options: RowValidatorOptions<Row>,
): RowValidator {
  const { file, columns, checks, maxTokens, countTokens, maxFindings } = readSettings(options);
  const columnCheck = createColumnCheck(columns);
  const findings = createFindingList(maxFindings);
  const firstEqual = createKeyTable();
  const tokens = createTokenGatherer();
  const fileCheck = checks.createFileCheck?.();
  let line = 0;
  let rows = 0;
  let errors = 0;
  let bytes = 0;
  let lastFirstRow = firstRows;

  const tell: ReportProblem = ({ rule, field, problem, severity = 'error' }) => {
    if (severity === 'error') errors++;
    findings.add({ severity, rule, file, row: line, field, problem });
  };
  const checkRow = (row: Row): void => {
    try {
      checks.check?.(row, tell);
      if (countTokens !== undefined) checkTokens(checks.texts?.(row) ?? textsOf(row), countTokens);
    } catch (error) {
      // Checks may count on values that the format always has; a null there is the row's fault.
      const field = firstNull(row, columns);
      if (field === undefined || !(error instanceof TypeError)) throw error;
      tell({ rule: 'null-value', field, problem: 'null, where the format needs a value' });
    }
  };
  const checkTokens = (read: readonly string[], count: (text: string) => number): void => {
    const sum = read.reduce((total, text) => total + count(text), 0);
    tokens.add(sum);
    if (maxTokens === undefined || sum <= maxTokens) return;
    tell({ rule: 'too-many-tokens', problem: `${sum} tokens, expected at most ${maxTokens}` });
  };
  const checkContent = (row: object): void => {
    const text = textOf(row, tell);
    if (text === undefined) return;
    bytes += text.length;
    if (bytes > firstBytes) lastFirstRow = Math.min(lastFirstRow, line);
    const hash = contentHash(text);
    const first = firstEqual.get(hash)?.offset;
    if (first === undefined) firstEqual.setLast(hash, line, 0);
    else {
      tell({ rule: 'duplicate', problem: `the same as row ${first}`, severity: 'warning' });
    }
  };

  return {
    add(row) {
      line++;
      rows++;
      if (!isObject(row)) {
        tell({ rule: 'not-an-object', problem: `expected an object, got ${describe(row)}` });
        return;
      }
      const before = errors;
      columnCheck.check(row, line, tell);
      if (errors === before) checkContent(row);
      if (errors === before) checkRow(row as Row);
      if (errors === before) fileCheck?.add(row as Row);
    },
    addUnreadable(problem) {
      line++;
      rows++;
      tell({ rule: 'unreadable', problem });
    },
    skipLine() {
      line++;
    },
    report() {
      const all = findings.copy();
      const minimum = checks.minimumRows ?? 0;
      if (rows < minimum || rows === 0) {
        const severity = rows < minimum ? 'error' : 'warning';
        const problem = `${rows === 1 ? '1 row' : `${rows} rows`}, expected at least ${Math.max(1, minimum)}`;
        all.add({ severity, rule: 'too-few-rows', file, problem });
      }
      fileCheck?.finish(({ rule, field, problem, severity = 'error' }) =>
        all.add({ severity, rule, file, field, problem }),
      );
      for (const { field, row } of columnCheck.nullInFirst(lastFirstRow)) {
        const problem = `null in all rows before row ${row}: without declared features a reader may take it for a column of nulls and fail there; declare them or mix the rows`;
        all.add({ severity: 'warning', rule: 'null-at-first', file, field, problem });
      }
      const { counts, findings: kept } = all.summary();
      const totalOf = (severity: 'error' | 'warning'): number =>
        counts.reduce((sum, rule) => sum + (rule.severity === severity ? rule.count : 0), 0);
      const histogram = tokens.histogram();
      return {
        ...(file === undefined ? {} : { file }),
        rows,
        isValid: totalOf('error') === 0,
        errors: totalOf('error'),
        warnings: totalOf('warning'),
        counts,
        findings: kept,
        ...(histogram === undefined ? {} : { tokens: histogram }),
      };
    },
  };
}

/** Writes what a row holds; tells when it is something that JSON cannot carry. */
function textOf(row: object, tell: ReportProblem): string | undefined {
  try {
    return stringifyJson(row, { sortKeys: true });
  } catch (error) {
    tell({ rule: 'not-json', problem: (error as Error).message });
    return undefined;
  }
}
