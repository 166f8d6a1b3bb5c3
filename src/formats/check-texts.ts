import type { ReportProblem } from './validation/row-checks.js';

/** Tells of those fields of a row that should hold a text and do not. */
export function checkTexts(
  row: object,
  fields: readonly string[],
  report: ReportProblem,
  severity: 'error' | 'warning' = 'error',
): void {
  const values = row as Readonly<Record<string, unknown>>;
  for (const field of fields) {
    const value = values[field];
    if (typeof value === 'string' && value.trim() !== '') continue;
    report({ rule: 'empty-text', field, problem: 'expected a text, got an empty one', severity });
  }
}
