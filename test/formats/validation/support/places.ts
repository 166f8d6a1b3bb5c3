import type { ValidationReport } from '../../../../src/formats/validation/validation-report.js';

/** Writes findings as row, field and rule, `-` for what they do not name. */
export function places({ findings }: ValidationReport): readonly string[] {
  return findings.map(({ row, field, rule }) => `${row ?? '-'} ${field ?? '-'} ${rule}`);
}
