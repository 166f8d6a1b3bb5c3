import type { Finding } from '../../core/finding.js';
import type { TokenHistogram } from './token-histogram.js';

/** How often a rule was broken, also where its findings were too many to keep. */
export interface RuleCount {
  readonly severity: Finding['severity'];
  readonly rule: string;
  readonly count: number;
}

/** What a validator found in rows; plain JSON data. */
export interface ValidationReport {
  /** The file, when the rows came from one. */
  readonly file?: string | undefined;
  /** How many rows there were, those that could not be read included. */
  readonly rows: number;
  /** Whether there are no errors; there may be warnings. */
  readonly isValid: boolean;
  readonly errors: number;
  readonly warnings: number;
  /** All rules that were broken: errors first, then by name. */
  readonly counts: readonly RuleCount[];
  /**
   * What was found: first what is about all rows, then row by row. When there is more than
   * `maxFindings`, every rule keeps its first ones.
   */
  readonly findings: readonly Finding[];
  /** Tokens per row, when they were counted. */
  readonly tokens?: TokenHistogram | undefined;
}
