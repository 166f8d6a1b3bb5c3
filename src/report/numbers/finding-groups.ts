import type { Finding } from '../../formats/validation/finding.js';

/** All findings of one rule. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly Finding[];
}

/** How many findings of a rule are shown. */
const examplesPerRule = 3;

/** Groups findings by rule: errors first, then the most frequent. */
export function groupFindings(findings: Iterable<Finding>): readonly FindingGroup[] {
  const groups = new Map<
    string,
    { -readonly [Field in keyof FindingGroup]: FindingGroup[Field] }
  >();
  for (const finding of findings) {
    const { rule, severity } = finding;
    const key = `${severity} ${rule}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { rule, severity, count: 1, examples: [finding] });
      continue;
    }
    group.count++;
    if (group.examples.length < examplesPerRule) group.examples = [...group.examples, finding];
  }
  const rank = ({ severity }: FindingGroup): number => (severity === 'error' ? 0 : 1);
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}
