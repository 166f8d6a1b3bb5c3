import { readLines } from '../../data-files/read-lines.js';
import { JsonSyntaxError } from '../../errors/json-syntax-error.js';
import { optionError } from '../../errors/option-error.js';
import { parseJson } from '../../values/parse-json.js';
import type { RowFormat } from '../row-format.js';
import { createRowValidator, type RowValidator } from './create-row-validator.js';
import type { ValidateOptions } from './validate-rows.js';
import type { ValidationReport } from './validation-report.js';

/**
 * Validates a file of JSON lines, plain or packed (`.gz`), line by line. Lines that cannot be read
 * (`unreadable`) are findings among the others; a finding names the row by its line.
 *
 * @param file - The path of the file.
 * @param format - The format that its rows should have.
 * @throws DataFileError when the file cannot be read at all.
 * @throws TypeError naming an option that is not as expected.
 */
export function validateFile<Row extends object>(
  file: string,
  format: Pick<RowFormat<Row>, 'columns' | 'checks'>,
  options: Omit<ValidateOptions, 'file'> = {},
): Promise<ValidationReport> {
  if (typeof file !== 'string') throw optionError('file', 'a path', file);
  const { columns, checks } = format;
  const validator = createRowValidator<Row>({ ...options, file, columns, checks });
  return addLines(file, validator, options.signal);
}

async function addLines(
  file: string,
  validator: RowValidator,
  signal: AbortSignal | undefined,
): Promise<ValidationReport> {
  for await (const line of readLines(file)) {
    signal?.throwIfAborted();
    if ('problem' in line) validator.addUnreadable(line.problem);
    else addLine(line.text, validator);
  }
  return validator.report();
}

function addLine(text: string, validator: RowValidator): void {
  if (text.trim() === '') {
    validator.skipLine();
    return;
  }
  let row: unknown;
  try {
    row = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    validator.addUnreadable(`not JSON: ${error.message}`);
    return;
  }
  validator.add(row);
}
