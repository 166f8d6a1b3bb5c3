import { optionError } from '../../errors/option-error.js';
import { requireInteger } from '../../errors/require-integer.js';
import type { Columns } from '../columns.js';
import type { RowChecks } from './row-checks.js';

/** Settings that all validators share. */
export interface ValidationSettings {
  /** The file that the rows came from, for the findings. */
  readonly file?: string | undefined;
  /**
   * The most tokens that a row may have; trainers cut what is longer, often without a word. Needs
   * `countTokens`.
   * @defaultValue no limit
   */
  readonly maxTokens?: number | undefined;
  /**
   * Counts the tokens of a text; with it the report has a histogram. See `createTokenCounter`.
   * The tokens that a chat template adds are not counted.
   */
  readonly countTokens?: ((text: string) => number) | undefined;
  /**
   * The most findings that are kept; all are counted.
   * @defaultValue 100
   */
  readonly maxFindings?: number | undefined;
}

/** What a validator of rows is made of. */
export interface RowValidatorOptions<Row extends object = object> extends ValidationSettings {
  readonly columns: Columns;
  readonly checks?: RowChecks<Row> | undefined;
}

/** Settings with their defaults filled in. */
type Resolved<Row extends object> = RowValidatorOptions<Row> & {
  readonly checks: RowChecks<Row>;
  readonly maxFindings: number;
};

/** Checks the options of a validator and fills in the defaults. */
export function readSettings<Row extends object>(options: RowValidatorOptions<Row>): Resolved<Row> {
  const { columns, maxTokens, countTokens, checks = {}, maxFindings = 100 } = options;
  if (typeof columns !== 'object' || columns === null) {
    throw optionError('columns', 'an object of column types', columns);
  }
  if (countTokens !== undefined && typeof countTokens !== 'function') {
    throw optionError('countTokens', 'a function from text to a number of tokens', countTokens);
  }
  if (maxTokens !== undefined) {
    requireInteger('maxTokens', maxTokens, 1);
    if (countTokens === undefined) {
      throw optionError('countTokens', 'a function when maxTokens is given', countTokens);
    }
  }
  return { ...options, checks, maxFindings: requireInteger('maxFindings', maxFindings, 0) };
}
