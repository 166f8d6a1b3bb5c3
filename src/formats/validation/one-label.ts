import type { FileCheck } from './row-checks.js';

/**
 * Makes a check that warns when all rows of a file have the same label: KTO (arXiv:2402.01306)
 * learns from what tells right answers from wrong ones, and estimates both.
 */
export function createLabelCheck<Row extends object>(
  field: string,
  labelOf: (row: Row) => boolean | null | undefined,
): FileCheck<Row> {
  const rows = { true: 0, false: 0 };
  return {
    add(row) {
      const label = labelOf(row);
      if (typeof label === 'boolean') rows[`${label}`]++;
    },
    finish(report) {
      if (rows.true + rows.false === 0 || (rows.true > 0 && rows.false > 0)) return;
      const problem = `${rows.true > 0} in all rows, expected right answers and wrong ones`;
      report({ rule: 'one-label', field, problem, severity: 'warning' });
    },
  };
}
