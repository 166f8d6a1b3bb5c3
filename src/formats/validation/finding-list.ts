import type { Finding } from '../../core/finding.js';
import type { RuleCount } from './validation-report.js';

/** Findings, of which only so many are kept while all are counted. */
export interface FindingList {
  add(finding: Finding): void;
  /** The kept findings in order, and how often each rule was broken. */
  summary(): { readonly findings: readonly Finding[]; readonly counts: readonly RuleCount[] };
  copy(): FindingList;
}

interface Kept {
  readonly order: number;
  readonly finding: Finding;
}

interface RuleFindings extends RuleCount {
  count: number;
  readonly kept: Kept[];
}

/** Makes an empty list that keeps at most `maxFindings`. */
export function createFindingList(maxFindings: number): FindingList {
  return listOf(maxFindings, new Map(), 0);
}

function listOf(
  maxFindings: number,
  byRule: Map<string, RuleFindings>,
  startOrder: number,
): FindingList {
  let order = startOrder;
  return {
    add(finding) {
      const { severity, rule } = finding;
      const key = `${severity} ${rule}`;
      let found = byRule.get(key);
      if (found === undefined) {
        found = { severity, rule, count: 0, kept: [] };
        byRule.set(key, found);
      }
      found.count++;
      if (found.kept.length < maxFindings) found.kept.push({ order: order++, finding });
    },
    summary() {
      const rules = [...byRule.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
      const counts = rules.map(([, { severity, rule, count }]) => ({ severity, rule, count }));
      const kept = choose(
        rules.map(([, rule]) => rule.kept),
        maxFindings,
      );
      const sorted = kept.sort((a, b) => rowOf(a) - rowOf(b) || a.order - b.order);
      return { findings: sorted.map(({ finding }) => finding), counts };
    },
    copy() {
      const copies = new Map<string, RuleFindings>();
      for (const [key, found] of byRule) copies.set(key, { ...found, kept: [...found.kept] });
      return listOf(maxFindings, copies, order);
    },
  };
}

/** Takes the first finding of every rule, then the second of every rule, and so on. */
function choose(rules: readonly (readonly Kept[])[], limit: number): Kept[] {
  const chosen: Kept[] = [];
  const most = Math.max(0, ...rules.map((kept) => kept.length));
  for (let round = 0; round < most; round++) {
    for (const kept of rules) {
      const next = kept[round];
      if (next !== undefined && chosen.length < limit) chosen.push(next);
    }
  }
  return chosen;
}

/** What is about all rows comes first. */
function rowOf({ finding }: Kept): number {
  return finding.row ?? 0;
}
