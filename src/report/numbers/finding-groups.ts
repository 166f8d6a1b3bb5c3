import type { Finding } from '../../core/finding.js';
import type { ValidationReport } from '../../formats/validation/validation-report.js';

/** What a validator found in some rows. */
export interface NamedValidation {
  /** What the rows are, such as the name of their format. */
  readonly name: string;
  readonly report: ValidationReport;
}

/** All findings of one rule. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly count: number;
  /** The first of them, with the name of the rows that they are about. */
  readonly examples: readonly { readonly name: string; readonly finding: Finding }[];
}

/** How many findings of a rule are shown. */
const examplesPerRule = 3;

/** Groups findings by rule: errors first, then the most frequent. */
export function groupFindings(validations: readonly NamedValidation[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { name, report } of validations) {
    for (const { severity, rule, count } of report.counts) {
      const key = `${severity} ${rule}`;
      const before = groups.get(key) ?? { rule, severity, count: 0, examples: [] };
      const found = report.findings
        .filter((finding) => finding.rule === rule && finding.severity === severity)
        .map((finding) => ({ name, finding }));
      const examples = [...before.examples, ...found].slice(0, examplesPerRule);
      groups.set(key, { ...before, count: before.count + count, examples });
    }
  }
  const rank = ({ severity }: FindingGroup): number => (severity === 'error' ? 0 : 1);
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}
