import { type OutcomeCounts, outcomes, totalOf } from '../numbers/outcome-counts.js';
import { button, type Html } from '../page/html.js';
import { formatCount, formatInterval, formatPercent } from '../page/number-text.js';
import { bottomAxis, isNarrow, kindAxis, percentAxis } from './axes.js';
import type { Drawing, Plot } from './plot.js';
import { ink, outcomeColors, outcomeTitles } from './plot-theme.js';

/** Conversations of one kind. */
export interface OutcomeGroup {
  readonly title: string;
  readonly counts: OutcomeCounts;
  /** The category that the browser is to show. */
  readonly category?: string | undefined;
}

/** What is plotted, and in what words. */
export interface OutcomePlotSettings {
  readonly title: string;
  /** What the groups are, in the head of the table. */
  readonly kind: string;
  readonly summary: string;
  /** Whether groups stand below each other, which leaves room for long titles. */
  readonly isHorizontal?: boolean | undefined;
}

/** Plots how the conversations of each group ended, as shares. */
export function outcomePlot(
  groups: readonly OutcomeGroup[],
  { title, kind, summary, isHorizontal = false }: OutcomePlotSettings,
): Plot {
  const used = outcomes.filter((outcome) => groups.some(({ counts }) => counts[outcome] > 0));
  return {
    title,
    summary,
    legend: used.map((outcome) => ({
      title: outcomeTitles[outcome],
      color: outcomeColors[outcome],
    })),
    drawing: groups.length === 0 ? undefined : (width) => draw(groups, isHorizontal, width),
    table: {
      columns: [
        kind,
        '#conversations',
        ...used.map((outcome) => `#${outcomeTitles[outcome]}` as const),
        '#at once',
        '#95 % interval',
      ],
      rows: groups.map(({ title, counts, category }) =>
        rowOf(category === undefined ? title : button(title, { category }), counts, used),
      ),
    },
  };
}

function rowOf(
  title: string | Html,
  counts: OutcomeCounts,
  used: readonly (keyof OutcomeCounts)[],
): readonly (string | Html)[] {
  const judged = totalOf(counts) - counts.unverifiable;
  return [
    title,
    formatCount(totalOf(counts)),
    ...used.map((outcome) => formatCount(counts[outcome])),
    formatPercent(counts.correct, judged),
    formatInterval(counts.correct, judged),
  ];
}

function draw(groups: readonly OutcomeGroup[], isHorizontal: boolean, width: number): Drawing {
  return isHorizontal ? drawBelow(groups, width) : drawBeside(groups, width);
}

function drawBelow(groups: readonly OutcomeGroup[], width: number): Drawing {
  const [longest, left] = isNarrow(width) ? [18, 132] : [30, 204];
  const titles = groups.map(
    ({ title, counts }) => `${cut(title, longest)}  ${formatCount(totalOf(counts))}`,
  );
  return {
    height: 40 + 24 * groups.length,
    option: {
      grid: { left, right: 24, top: 4, bottom: 28 },
      xAxis: percentAxis(),
      yAxis: { ...kindAxis(titles), inverse: true },
      series: barsOf(groups),
    },
  };
}

function drawBeside(groups: readonly OutcomeGroup[], width: number): Drawing {
  const { axis, height } = bottomAxis(
    groups.map(({ title }) => title),
    width,
  );
  const label = {
    show: groups.length <= (isNarrow(width) ? 7 : 14),
    position: 'top',
    fontSize: isNarrow(width) ? 10 : 11,
    color: ink,
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const counts = groups[dataIndex]?.counts;
      return counts === undefined || totalOf(counts) === 0 ? '' : formatCount(totalOf(counts));
    },
  };
  const bars = barsOf(groups);
  return {
    height: 250 + height,
    option: {
      grid: { left: 48, right: 8, top: 26, bottom: height },
      xAxis: axis,
      yAxis: percentAxis(),
      // The number of conversations stands above the last bar of a stack.
      series: bars.map((bar, index) => (index === bars.length - 1 ? { ...bar, label } : bar)),
    },
  };
}

function barsOf(groups: readonly OutcomeGroup[]): readonly object[] {
  return outcomes.map((outcome) => ({
    type: 'bar',
    stack: 'outcomes',
    silent: true,
    emphasis: { disabled: true },
    barWidth: '68%',
    barMaxWidth: 72,
    itemStyle: { color: outcomeColors[outcome] },
    data: groups.map(({ counts }) => counts[outcome] / Math.max(1, totalOf(counts))),
  }));
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
