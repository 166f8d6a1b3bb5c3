import { type Items, requireItems } from '../../values/items.js';
import { createRowValidator, type RowValidator } from './create-row-validator.js';
import type { ValidationReport } from './validation-report.js';
import type { RowValidatorOptions, ValidationSettings } from './validation-settings.js';

/** Options of validating many rows. */
export interface ValidateOptions extends ValidationSettings {
  /** Ends it early: the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Validates rows as they come, holding one at a time. It does not end at the first problem: all
 * are in the report. See {@link createRowValidator} for what is found in rows of every format.
 *
 * @typeParam Row - The rows as `checks` sees them; nothing is taken for granted about `rows`.
 * @param rows - Rows, also such as other programs wrote.
 * @throws TypeError naming an option that is not as expected.
 */
export function validateRows<Row extends object = object>(
  rows: Items<unknown>,
  options: ValidateOptions & RowValidatorOptions<Row>,
): Promise<ValidationReport> {
  const validator = createRowValidator(options);
  return addAll(requireItems('rows', rows), validator, options.signal);
}

async function addAll(
  rows: Items<unknown>,
  validator: RowValidator,
  signal: AbortSignal | undefined,
): Promise<ValidationReport> {
  signal?.throwIfAborted();
  for await (const row of rows) {
    signal?.throwIfAborted();
    validator.add(row);
  }
  return validator.report();
}
