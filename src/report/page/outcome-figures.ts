import { addCounts, noOutcomes, type OutcomeCounts, totalOf } from '../numbers/outcome-counts.js';
import { noCategory, type ReportNumbers } from '../numbers/report-numbers.js';
import { bucketRange, coarseSteps } from '../numbers/size-buckets.js';
import { type OutcomeGroup, outcomePlot } from '../plots/outcome-plot.js';
import type { Plot } from '../plots/plot.js';
import { formatBucket, formatCount, formatPercent } from './number-text.js';

/** More categories than this are put together. */
const mostCategories = 18;

/** Plots outcomes by category, the hardest first. */
export function categoryPlot({ categories }: ReportNumbers): Plot {
  const largest = [...categories]
    .map(([title, counts]) => ({ title, counts, category: title }))
    .sort((a, b) => totalOf(b.counts) - totalOf(a.counts) || (a.title < b.title ? -1 : 1));
  const shown = largest
    .slice(0, mostCategories)
    .sort(
      (a, b) => solvedAtOnce(a.counts) - solvedAtOnce(b.counts) || (a.title < b.title ? -1 : 1),
    );
  const others = largest.slice(mostCategories);
  const groups: OutcomeGroup[] = [...shown];
  if (others.length > 0) {
    const counts = addCounts(others.map((other) => other.counts));
    groups.push({ title: `${formatCount(others.length)} other categories`, counts });
  }
  return outcomePlot(groups, {
    title: 'Outcome by category',
    kind: 'category',
    summary: summarize(shown, categories.size),
    isHorizontal: true,
  });
}

function summarize(shown: readonly OutcomeGroup[], count: number): string {
  const [hardest, easiest] = [shown[0], shown.at(-1)];
  if (hardest === undefined || easiest === undefined) return 'There are no conversations.';
  if (hardest === easiest) {
    return hardest.title === noCategory
      ? 'The functions have no categories.'
      : `All are ${hardest.title}.`;
  }
  const share = ({ counts }: OutcomeGroup): string =>
    formatPercent(counts.correct, totalOf(counts) - counts.unverifiable);
  return `${formatCount(count)} categories, the hardest on top: ${hardest.title} (${share(hardest)} right at once); the easiest is ${easiest.title} (${share(easiest)}).`;
}

function solvedAtOnce(counts: OutcomeCounts): number {
  return counts.correct / Math.max(1, totalOf(counts) - counts.unverifiable);
}

/** Plots outcomes by how much there is to compute: operations, or steps where only those are known. */
export function workPlot({ operations, steps }: ReportNumbers): Plot {
  const [unit, counts] =
    operations.size > 0 || steps.size === 0
      ? (['operations', operations] as const)
      : (['steps', steps] as const);
  return sizePlot(counts, {
    title:
      'Outcome by work: ' +
      (unit === 'operations' ? 'calls and jumps of the code' : 'steps of the interpreter'),
    kind: unit,
    unknown: 'The pairs do not tell how many operations their calls took.',
  });
}

/** Plots outcomes by the size of the output. */
export function outputSizePlot({ outputSizes }: ReportNumbers): Plot {
  return sizePlot(outputSizes, {
    title: 'Outcome by size of the output, in characters of JSON',
    kind: 'characters',
    unknown: 'There are no conversations.',
  });
}

function sizePlot(
  counts: ReadonlyMap<number, OutcomeCounts>,
  {
    title,
    kind,
    unknown,
  }: { readonly title: string; readonly kind: string; readonly unknown: string },
): Plot {
  const groups = bucketRange(counts.keys(), coarseSteps).map((bucket) => ({
    title: formatBucket(bucket),
    counts: counts.get(bucket.from) ?? noOutcomes(),
  }));
  const [first, last] = [groups[0], groups.at(-1)];
  if (first === undefined || last === undefined) {
    return outcomePlot(groups, { title, kind, summary: unknown });
  }
  const start = `Right at once: ${shareOf(first)} with ${first.title} ${kind}`;
  const end = first === last ? '' : `, ${shareOf(last)} with ${last.title}`;
  const summary = `${start}${end}. Numbers above the bars are conversations.`;
  return outcomePlot(groups, { title, kind, summary });
}

function shareOf({ counts }: OutcomeGroup): string {
  return formatPercent(counts.correct, totalOf(counts) - counts.unverifiable);
}
