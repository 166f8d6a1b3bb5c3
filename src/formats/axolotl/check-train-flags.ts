import type { ReportProblem } from '../validation/row-checks.js';

/** A flag `train` and where it is. */
export interface TrainFlag {
  readonly role: string | null;
  readonly train: boolean | null;
  /** The path of the flag in the row. */
  readonly field: string;
}

/**
 * Tells of flags that are missing (`train-flag`), of rows in which none is set
 * (`nothing-trained`) and, as a warning, of those that train others than the assistant
 * (`trained-role`).
 */
export function checkTrainFlags(flags: readonly TrainFlag[], report: ReportProblem): void {
  for (const { role, train, field } of flags) {
    if (train === null) {
      report({ rule: 'train-flag', field, problem: 'expected true or false, got null' });
    } else if (train && role !== 'assistant') {
      const problem = `expected the assistant alone to be trained, got ${JSON.stringify(role)}`;
      report({ rule: 'trained-role', field, problem, severity: 'warning' });
    }
  }
  if (flags.some(({ train }) => train)) return;
  const problem = 'expected a message that is trained, got none';
  report({ rule: 'nothing-trained', field: 'messages', problem });
}
