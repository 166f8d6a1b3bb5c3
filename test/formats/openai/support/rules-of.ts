import type { ValidateOptions } from '../../../../src/formats/validation/validate-rows.js';
import type { ValidationReport } from '../../../../src/formats/validation/validation-report.js';

/** Checks one row, and names the rules that it breaks with the fields: `last-role messages[2].role`. */
export async function rulesOf<Options extends ValidateOptions>(
  validate: (rows: Iterable<unknown>, options?: Options) => Promise<ValidationReport>,
  row: unknown,
  options?: Options,
): Promise<readonly string[]> {
  const { findings } = await validate([row], options);
  return findings
    .filter((finding) => finding.row !== undefined)
    .map(({ rule, field }) => `${rule} ${field}`);
}
